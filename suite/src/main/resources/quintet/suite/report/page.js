/* Draws the figures of the page, and again when the colours, the width or the medium change. */
(function () {
  'use strict';
  var data = JSON.parse(document.getElementById('quintet-data').textContent);
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  var print = window.matchMedia('print');
  var PRINTED = 640; // pixels that fit on A4 and on letter
  var charts = [];
  var printing = false;

  function draw(chart) {
    var room = chart.element.parentNode.clientWidth;
    var width = printing ? Math.min(room, PRINTED) : room;
    var height = QuintetFigures.height(chart.data, width);
    var theme = dark.matches && !printing ? data.dark : data.light;
    chart.element.style.width = width + 'px';
    chart.element.style.height = height + 'px';
    chart.plot.resize({ width: width, height: height });
    chart.plot.setOption(QuintetFigures.option(chart.data, theme, width), true);
  }

  function all() { charts.forEach(draw); }

  function medium(isPrint) {
    return function () {
      printing = isPrint;
      all();
    };
  }

  Array.prototype.forEach.call(document.querySelectorAll('[data-figure]'), function (element) {
    var chart = { element: element, data: data.figures[element.getAttribute('data-figure')] };
    var width = element.parentNode.clientWidth;
    element.textContent = '';
    chart.plot = echarts.init(element, null, { renderer: 'svg', width: width, height: 300 });
    charts.push(chart);
    draw(chart);
  });

  dark.addEventListener('change', all);
  print.addEventListener('change', function (change) { medium(change.matches)(); });
  window.addEventListener('beforeprint', medium(true));
  window.addEventListener('afterprint', medium(false));
  var waiting = 0;
  window.addEventListener('resize', function () {
    window.cancelAnimationFrame(waiting);
    waiting = window.requestAnimationFrame(all);
  });
})();
