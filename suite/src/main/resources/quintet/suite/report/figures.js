/*
 * What the figures look like: data in, an option of ECharts out. Pure functions, and the only
 * definition: page.js draws with them in the browser, and Drawing.java in Rhino, which knows
 * no more than ES5.
 *
 * Everything that must be exact is drawn by ourselves in "custom" series: intervals, bands, and
 * points that are moved sideways in pixels so that none hides another.
 */
var QuintetFigures = (function () {
  'use strict';

  var FONT = 'system-ui, -apple-system, Segoe UI, Roboto, sans-serif'; // unquoted, for attributes
  var LETTER = 6.6; // a letter's width at 12 px, about
  var ROW = 26;
  var NARROW = 480;
  var DASHES = { ideal: [2, 4], ceiling: [7, 4], cores: [1, 3], fitted: [5, 4], expected: [3, 3] };

  /** The signs in a legend, which would stretch the built-in ones. */
  var ICONS = {
    emptyCircle: 'path://M6 0A6 6 0 1 1 5.99 0ZM6 2A4 4 0 1 0 6.01 2Z',
    circle: 'circle',
    rect: 'path://M0 0H12V12H0Z',
    triangle: 'path://M6 0L12 11H0Z',
    diamond: 'path://M6 0L12 6L6 12L0 6Z'
  };

  // ---- what all figures share

  function base(theme) {
    return {
      animation: false,
      backgroundColor: 'transparent',
      textStyle: { fontFamily: FONT, color: theme.ink },
      tooltip: {
        trigger: 'item',
        confine: true,
        backgroundColor: theme.paper,
        borderColor: theme.line,
        textStyle: { color: theme.ink, fontFamily: FONT, fontSize: 13 },
        formatter: function (item) { return escaped(item.data && item.data.words || item.seriesName); }
      },
      series: []
    };
  }

  function escaped(text) {
    return String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  }

  function axis(theme, more) {
    var it = {
      axisLine: { show: true, lineStyle: { color: theme.line } },
      axisTick: { show: false },
      axisLabel: { color: theme.soft, fontFamily: FONT, fontSize: 12 },
      nameTextStyle: { color: theme.soft, fontFamily: FONT, fontSize: 12 },
      splitLine: { show: true, lineStyle: { color: theme.line, width: 1 } },
      minorTick: { show: false },
      minorSplitLine: { show: false }
    };
    for (var key in more) {
      it[key] = more[key];
    }
    return it;
  }

  /** The legend's entries, and how many lines they need. */
  function legend(theme, entries, width) {
    var lines = 1;
    var used = 0;
    entries.forEach(function (entry) {
      var needed = 44 + entry.name.length * LETTER;
      if (used + needed > width - 8 && used > 0) {
        lines += 1;
        used = 0;
      }
      used += needed;
    });
    return {
      lines: lines,
      option: {
        top: 0,
        left: 0,
        itemWidth: 18,
        itemHeight: 9,
        itemGap: 14,
        selectedMode: false,
        textStyle: { color: theme.ink, fontFamily: FONT, fontSize: 12 },
        data: entries
      }
    };
  }

  function stroke(color, width, dash) {
    return { stroke: color, fill: null, lineWidth: width, lineDash: dash || null };
  }

  function line(x1, y1, x2, y2, style) {
    return { type: 'line', shape: { x1: x1, y1: y1, x2: x2, y2: y2 }, style: style };
  }

  /** A model's sign at a point: the shape says what the colour says. */
  function sign(symbol, x, y, size, color, paper) {
    var style = { fill: color, stroke: paper, lineWidth: 1 };
    var r = size / 2;
    if (symbol === 'rect') {
      return { type: 'rect', shape: { x: x - r * 0.9, y: y - r * 0.9, width: size * 0.9, height: size * 0.9 }, style: style };
    }
    if (symbol === 'triangle') {
      return { type: 'polygon', shape: { points: [[x, y - r * 1.1], [x + r * 1.1, y + r * 0.9], [x - r * 1.1, y + r * 0.9]] }, style: style };
    }
    if (symbol === 'diamond') {
      return { type: 'polygon', shape: { points: [[x, y - r * 1.25], [x + r * 1.25, y], [x, y + r * 1.25], [x - r * 1.25, y]] }, style: style };
    }
    if (symbol === 'emptyCircle') {
      return { type: 'circle', shape: { cx: x, cy: y, r: r }, style: { fill: paper, stroke: color, lineWidth: 2 } };
    }
    return { type: 'circle', shape: { cx: x, cy: y, r: r }, style: style };
  }

  function isNumber(value) {
    return typeof value === 'number' && isFinite(value);
  }

  function thousands(value) {
    if (value >= 1e6) { return trimmed(value / 1e6) + 'M'; }
    if (value >= 1e3) { return trimmed(value / 1e3) + 'k'; }
    return trimmed(value);
  }

  function trimmed(value) {
    return String(Math.round(value * 1000) / 1000);
  }

  function micros(value) {
    if (value >= 1e6) { return trimmed(value / 1e6) + ' s'; }
    if (value >= 1e3) { return trimmed(value / 1e3) + ' ms'; }
    return trimmed(value) + ' \u00b5s';
  }

  function withheld(option, theme, width, height) {
    option.graphic = [{
      type: 'text',
      left: 'center',
      top: 'middle',
      rotation: 0.3,
      silent: true,
      z: 50,
      style: { text: 'withheld', fill: theme.warning, opacity: 0.12, font: '700 ' + Math.round(Math.min(width / 6, height / 3)) + 'px ' + FONT }
    }];
  }

  // ---- speed-up over workers

  function scaling(data, theme, width) {
    var option = base(theme);
    var most = data.extent.workers;
    var doubling = most > 8;
    var entries = [];
    var gap = doubling || width < NARROW ? 6 : Math.min(14, width / most / (data.lines.length + 3));
    var range = rangeOf(data.extent, doubling);

    data.lines.forEach(function (model, index) {
      var color = theme.marks[model.mark.index];
      var aside = (index - (data.lines.length - 1) / 2) * gap;
      entries.push({ name: model.name, icon: ICONS[model.mark.symbol], itemStyle: { color: color } });
      option.series.push(bandSeries(model, color, aside));
      option.series.push(pointSeries(model, color, aside, theme));
      if (model.fitted.length > 1) {
        option.series.push({
          name: model.name + ', fitted',
          type: 'line',
          data: model.fitted,
          showSymbol: false,
          silent: true,
          z: 2,
          lineStyle: { color: color, width: 1.25, type: DASHES.fitted }
        });
      }
    });

    if (data.ceiling.length > 0) {
      entries.push({ name: 'ceiling', icon: 'path://M0 4h14v2h-14z', itemStyle: { color: theme.ink } });
      option.series.push({
        name: 'ceiling',
        type: 'line',
        data: data.ceiling.map(function (point) {
          return { value: [point.workers, point.value], words: point.words };
        }),
        symbol: 'circle',
        symbolSize: 4,
        z: 3,
        itemStyle: { color: theme.ink },
        lineStyle: { color: theme.ink, width: 1.5, type: DASHES.ceiling }
      });
    }

    entries.push({ name: 'linear ideal', icon: 'path://M0 4h3v2h-3zM6 4h3v2h-3zM12 4h3v2h-3z', itemStyle: { color: theme.soft } });
    option.series.push({
      name: 'linear ideal',
      type: 'line',
      data: [[1, 1], [most, most]],
      showSymbol: false,
      silent: true,
      z: 1,
      lineStyle: { color: theme.soft, width: 1, type: DASHES.ideal },
      markLine: rules(data.cores <= most ? data.cores : 0, theme)
    });

    if (data.published.length > 0) {
      entries.push({ name: 'published, later withdrawn', icon: CROSS, itemStyle: { color: theme.soft } });
      option.series.push(published(data.published, theme, range.max));
    }

    var legends = legend(theme, entries, width);
    var height = heightOf(data, width);
    option.legend = legends.option;
    option.grid = { left: 48, right: 16, top: 30 + legends.lines * 22, bottom: 44 };
    option.xAxis = axis(theme, {
      type: doubling ? 'log' : 'value',
      logBase: 2,
      min: doubling ? 0.8 : 0.6,
      max: doubling ? most * 1.18 : most + 0.4,
      name: data.counted,
      nameLocation: 'middle',
      nameGap: 26,
      splitLine: { show: false },
      axisLabel: { color: theme.soft, fontFamily: FONT, fontSize: 12, customValues: data.ticks, formatter: trimmed }
    });
    option.yAxis = axis(theme, {
      type: doubling ? 'log' : 'value',
      logBase: 2,
      min: range.min,
      max: range.max,
      interval: doubling ? undefined : stepOf(range.max - range.min),
      name: 'speed-up'
    });
    option.yAxis.nameTextStyle.align = 'left';
    option.yAxis.nameTextStyle.padding = [0, 0, 0, -42];
    option.yAxis.axisLabel.formatter = function (value) { return trimmed(value) + 'x'; };
    if (data.withheld) { withheld(option, theme, width, height); }
    return option;
  }

  /** All that was measured; what was only published may be beyond. */
  function rangeOf(extent, doubling) {
    if (doubling) {
      return {
        min: extent.lowest > 0.85 ? 0.8 : Math.pow(2, Math.floor(Math.log(Math.max(extent.lowest, 0.03)) / Math.LN2)),
        max: Math.pow(2, Math.ceil(Math.log(extent.highest * 1.05) / Math.LN2))
      };
    }
    var step = stepOf(extent.highest * 1.1 - extent.lowest);
    return {
      min: Math.max(0, Math.floor((extent.lowest - 0.05) / step) * step),
      max: Math.ceil(extent.highest * 1.1 / step) * step
    };
  }

  function stepOf(range) {
    return range > 4 ? 1 : range > 1.75 ? 0.5 : 0.25;
  }

  var CROSS = 'path://M2 0L7 5L12 0L14 2L9 7L14 12L12 14L7 9L2 14L0 12L5 7L0 2Z';

  /** The interval of all points in one area, and the line between them if no curve is fitted. */
  function bandSeries(model, color, aside) {
    return {
      name: model.name,
      type: 'custom',
      silent: true,
      clip: true,
      z: 2,
      itemStyle: { color: color },
      data: [[model.points[0].workers, model.points[0].value]],
      renderItem: function (params, api) {
        var middle = [];
        var upper = [];
        var lower = [];
        model.points.forEach(function (point) {
          var at = api.coord([point.workers, point.value]);
          middle.push([at[0] + aside, at[1]]);
          if (isNumber(point.low) && isNumber(point.high)) {
            upper.push([at[0] + aside, api.coord([point.workers, point.high])[1]]);
            lower.unshift([at[0] + aside, api.coord([point.workers, Math.max(point.low, 0.01)])[1]]);
          }
        });
        var children = [];
        if (upper.length > 1) {
          children.push({ type: 'polygon', shape: { points: upper.concat(lower) }, style: { fill: color, opacity: 0.14 } });
        }
        if (middle.length > 1 && model.fitted.length < 2) {
          children.push({ type: 'polyline', shape: { points: middle }, style: stroke(color, 1.5) });
        }
        return { type: 'group', children: children };
      }
    };
  }

  function pointSeries(model, color, aside, theme) {
    return {
      name: model.name,
      type: 'custom',
      clip: true,
      z: 4,
      itemStyle: { color: color },
      data: model.points.map(function (point) {
        return { value: [point.workers, point.value], words: point.words };
      }),
      renderItem: function (params, api) {
        var point = model.points[params.dataIndex];
        var at = api.coord([point.workers, point.value]);
        var x = at[0] + aside;
        var children = [];
        if (isNumber(point.low) && isNumber(point.high)) {
          var high = api.coord([point.workers, point.high])[1];
          var low = api.coord([point.workers, Math.max(point.low, 0.01)])[1];
          children.push(line(x, high, x, low, stroke(color, 2)));
          children.push(line(x - 3, high, x + 3, high, stroke(color, 2)));
          children.push(line(x - 3, low, x + 3, low, stroke(color, 2)));
        }
        children.push(sign(model.mark.symbol, x, at[1], 8, color, theme.paper));
        return { type: 'group', children: children };
      }
    };
  }

  /** The line of the baseline, and that of the physical cores. */
  function rules(count, theme) {
    var data = [{ yAxis: 1, label: { show: false }, lineStyle: { type: 'solid' } }];
    if (count > 0) {
      data.push({ xAxis: count });
    }
    return {
      silent: true,
      symbol: 'none',
      animation: false,
      lineStyle: { color: theme.soft, width: 1, type: DASHES.cores },
      label: {
        formatter: count + (count === 1 ? ' core' : ' cores'),
        position: 'end',
        distance: 4,
        color: theme.soft,
        fontFamily: FONT,
        fontSize: 11
      },
      data: data
    };
  }

  function isUnder(point, points) {
    return points.some(function (other) {
      return other.workers === point.workers && other.speedUp > point.speedUp;
    });
  }

  /** Where they are; or, together, at the upper edge, if they are beyond it. */
  function published(points, theme, top) {
    var marks = [];
    var beyond = {};
    points.forEach(function (point) {
      var words = 'published: ' + point.printed + ' for ' + point.label;
      if (point.speedUp <= top) {
        marks.push({
          value: [point.workers, point.speedUp],
          words: words,
          label: { formatter: point.printed, position: point.speedUp > 1 && !isUnder(point, points) ? 'top' : 'bottom' }
        });
      } else if (beyond[point.workers]) {
        beyond[point.workers].words += '; ' + words;
        beyond[point.workers].label.formatter += ', ' + point.printed;
      } else {
        beyond[point.workers] = {
          value: [point.workers, top],
          symbolOffset: [0, 9],
          words: words,
          label: { formatter: '\u2191 ' + point.printed, position: 'bottom' }
        };
        marks.push(beyond[point.workers]);
      }
    });
    return {
      name: 'published, later withdrawn',
      type: 'scatter',
      symbol: CROSS,
      symbolSize: 9,
      z: 5,
      itemStyle: { color: theme.soft },
      data: marks,
      label: { show: true, distance: 5, color: theme.soft, fontFamily: FONT, fontSize: 11 }
    };
  }

  // ---- rates of all forks

  function rates(data, theme, width) {
    var option = base(theme);
    var left = leftOf(data.bars, width);
    var step = roundStep(data.highest, width < NARROW ? 3 : 6);
    option.grid = { left: left, right: 18, top: 8, bottom: 44 };
    option.xAxis = axis(theme, {
      type: 'value',
      min: 0,
      max: Math.ceil(data.highest * 1.01 / step) * step,
      interval: step,
      name: data.unit + ' a second',
      nameLocation: 'middle',
      nameGap: 28
    });
    option.xAxis.axisLabel.formatter = thousands;
    option.xAxis.axisLabel.hideOverlap = true;
    option.yAxis = names(theme, data.bars, left);
    option.series.push({
      name: 'mean',
      type: 'custom',
      clip: true,
      z: 2,
      data: data.bars.map(function (bar, index) { return { value: [bar.value, index], words: bar.words }; }),
      renderItem: function (params, api) {
        var bar = data.bars[params.dataIndex];
        var color = theme.marks[bar.mark.index];
        var zero = api.coord([0, params.dataIndex]);
        var at = api.coord([bar.value, params.dataIndex]);
        var high = api.size([0, 1])[1];
        var children = [
          { type: 'rect', shape: { x: zero[0], y: at[1] - high * 0.36, width: at[0] - zero[0], height: high * 0.72 }, style: { fill: color, opacity: 0.16 } },
          line(at[0], at[1] - high * 0.36, at[0], at[1] + high * 0.36, stroke(color, 2))
        ];
        if (isNumber(bar.low) && isNumber(bar.high)) {
          children.push(line(api.coord([bar.low, 0])[0], at[1], api.coord([bar.high, 0])[0], at[1], stroke(color, 2.5)));
        }
        return { type: 'group', children: children };
      }
    });
    var dots = [];
    data.bars.forEach(function (bar, index) {
      bar.dots.forEach(function (dot) {
        dots.push({ value: [dot.value, index], words: dot.words, round: dot.round, mark: bar.mark });
      });
    });
    option.series.push({
      name: 'fork',
      type: 'custom',
      clip: true,
      z: 3,
      data: dots,
      renderItem: function (params, api) {
        var dot = dots[params.dataIndex];
        var at = api.coord(dot.value);
        var y = at[1] + aside(dot.round, data.rounds) * api.size([0, 1])[1] * 0.62;
        return {
          type: 'circle',
          shape: { cx: at[0], cy: y, r: 2 },
          style: { fill: theme.marks[dot.mark.index], opacity: 0.75 }
        };
      }
    });
    return option;
  }

  /** From -0.5 for the first round to 0.5 for the last. */
  function aside(round, rounds) {
    return rounds < 2 ? 0 : (round - 1) / (rounds - 1) - 0.5;
  }

  /** 1, 2 or 5 with zeros: about so many of it reach the value. */
  function roundStep(value, count) {
    var unit = Math.pow(10, Math.floor(Math.log(value / count) / Math.LN10));
    var times = value / count / unit;
    return unit * (times > 5 ? 10 : times > 2 ? 5 : times > 1 ? 2 : 1);
  }

  function leftOf(rows, width) {
    var longest = rows.reduce(function (most, row) { return Math.max(most, row.name.length); }, 4);
    return Math.round(Math.min(width * 0.4, longest * LETTER + 18));
  }

  function names(theme, rows, left) {
    var it = axis(theme, {
      type: 'category',
      inverse: true,
      data: rows.map(function (row) { return row.name; }),
      splitLine: { show: false }
    });
    it.axisLabel.interval = 0;
    it.axisLabel.color = theme.ink;
    it.axisLabel.width = left - 12;
    it.axisLabel.overflow = 'break';
    it.axisLabel.lineHeight = 13;
    it.axisLabel.fontSize = 11.5;
    return it;
  }

  // ---- ratios

  function ratios(data, theme, width) {
    var option = base(theme);
    var lowest = 1;
    var highest = 1;
    data.lines.forEach(function (row) {
      [row.value, row.low, row.high, row.expected].concat(row.rounds).forEach(function (value) {
        if (isNumber(value) && value > 0) {
          lowest = Math.min(lowest, value);
          highest = Math.max(highest, value);
        }
      });
    });
    var wide = highest / lowest > 4;
    var left = leftOf(data.lines, width);
    option.grid = { left: left, right: 24, top: 14, bottom: 44 };
    option.xAxis = axis(theme, wide ? {
      type: 'log',
      logBase: 2,
      min: Math.pow(2, Math.floor(Math.log(lowest) / Math.LN2)),
      max: Math.pow(2, Math.ceil(Math.log(highest) / Math.LN2))
    } : narrowRange(lowest, highest));
    option.xAxis.name = data.baseline + ' is 1';
    option.xAxis.nameLocation = 'middle';
    option.xAxis.nameGap = 28;
    option.xAxis.splitNumber = width < NARROW ? 3 : 6;
    option.xAxis.axisLabel.formatter = function (value) { return trimmed(value) + 'x'; };
    option.xAxis.axisLabel.hideOverlap = true;
    option.yAxis = names(theme, data.lines, left);
    option.series.push({
      name: 'ratio',
      type: 'custom',
      clip: true,
      z: 3,
      data: data.lines.map(function (row, index) { return { value: [row.value, index], words: row.words }; }),
      renderItem: function (params, api) { return ratio(data.lines[params.dataIndex], params.dataIndex, api, theme); },
      markLine: {
        silent: true,
        symbol: 'none',
        animation: false,
        label: { show: false },
        lineStyle: { color: theme.soft, width: 1.5, type: 'solid' },
        data: [{ xAxis: 1 }]
      }
    });
    if (data.withheld) { withheld(option, theme, width, heightOf(data, width)); }
    return option;
  }

  function narrowRange(lowest, highest) {
    var step = highest - lowest > 1 ? 0.5 : highest - lowest > 0.3 ? 0.1 : 0.02;
    return {
      type: 'value',
      min: Math.floor(lowest / step - 0.3) * step,
      max: Math.ceil(highest / step + 0.3) * step
    };
  }

  function ratio(row, index, api, theme) {
    var color = theme.marks[row.mark.index];
    var at = api.coord([row.value, index]);
    var high = api.size([0, 1])[1];
    var children = row.rounds.map(function (value, round) {
      return {
        type: 'circle',
        shape: { cx: api.coord([value, index])[0], cy: at[1] + aside(round + 1, row.rounds.length) * high * 0.7, r: 2 },
        style: { fill: color, opacity: 0.45 }
      };
    });
    if (isNumber(row.expected)) {
      var x = api.coord([row.expected, index])[0];
      children.push(line(x, at[1] - high * 0.45, x, at[1] + high * 0.45, stroke(theme.ink, 1.5, DASHES.expected)));
    }
    if (isNumber(row.low) && isNumber(row.high)) {
      children.push(line(api.coord([row.low, index])[0], at[1], api.coord([row.high, index])[0], at[1], stroke(color, 3)));
    }
    children.push(sign(row.mark.symbol, at[0], at[1], 9, color, theme.paper));
    return { type: 'group', children: children };
  }

  // ---- latencies

  function latency(data, theme, width) {
    var option = base(theme);
    var lowest = Infinity;
    var highest = 0;
    var entries = [];
    data.lines.forEach(function (row, index) {
      var color = theme.marks[row.mark.index];
      var side = (index - (data.lines.length - 1) / 2) * (width < NARROW ? 5 : 9);
      entries.push({ name: row.name, icon: ICONS[row.mark.symbol], itemStyle: { color: color } });
      row.points.forEach(function (point) {
        if (point) {
          lowest = Math.min(lowest, isNumber(point.low) && point.low > 0 ? point.low : point.value);
          highest = Math.max(highest, isNumber(point.high) ? point.high : 0, point.value);
        }
      });
      option.series.push(latencySeries(row, color, side, theme));
    });
    if (highest === 0) { lowest = 1; highest = 10; }
    var legends = legend(theme, entries, width);
    option.legend = legends.option;
    option.grid = { left: 56, right: 16, top: 16 + legends.lines * 22, bottom: 30 };
    option.xAxis = axis(theme, { type: 'category', data: data.percentiles, splitLine: { show: false } });
    option.yAxis = axis(theme, {
      type: 'log',
      logBase: 10,
      min: Math.pow(10, Math.floor(Math.log(lowest) / Math.LN10)),
      max: Math.pow(10, Math.ceil(Math.log(highest) / Math.LN10))
    });
    option.yAxis.axisLabel.formatter = micros;
    return option;
  }

  function latencySeries(row, color, side, theme) {
    var points = [];
    row.points.forEach(function (point, index) {
      if (point) { points.push({ value: [index, point.value], words: point.words, point: point }); }
    });
    return {
      name: row.name,
      type: 'custom',
      clip: true,
      z: 3,
      itemStyle: { color: color },
      data: points,
      renderItem: function (params, api) {
        var item = points[params.dataIndex];
        var at = api.coord(item.value);
        var x = at[0] + side;
        var children = [];
        var next = points[params.dataIndex + 1];
        if (next) {
          var to = api.coord(next.value);
          children.push(line(x, at[1], to[0] + side, to[1], { stroke: color, fill: null, lineWidth: 1.5, opacity: 0.6 }));
        }
        if (isNumber(item.point.low) && isNumber(item.point.high) && item.point.low > 0) {
          var high = api.coord([item.value[0], item.point.high])[1];
          var low = api.coord([item.value[0], item.point.low])[1];
          children.push(line(x, high, x, low, stroke(color, 2)));
          children.push(line(x - 3, high, x + 3, high, stroke(color, 2)));
          children.push(line(x - 3, low, x + 3, low, stroke(color, 2)));
        }
        children.push(sign(row.mark.symbol, x, at[1], 8, color, theme.paper));
        return { type: 'group', children: children };
      }
    };
  }

  // ---- what is used from outside

  var KINDS = { scaling: scaling, rates: rates, ratios: ratios, latency: latency };

  /** The option of a figure that is so many pixels wide. */
  function option(data, theme, width) {
    return KINDS[data.kind](data, theme, width);
  }

  /** How many pixels high a figure of this width should be. */
  function heightOf(data, width) {
    if (data.kind === 'rates') { return 60 + data.bars.length * ROW; }
    if (data.kind === 'ratios') { return 66 + data.lines.length * (data.lines.length > 6 ? ROW : ROW + 14); }
    return Math.round(Math.max(320, Math.min(460, width * 0.62)));
  }

  /** A figure as a file, on white, so that it can be read on a dark page. */
  function svg(echarts, data, theme, width) {
    var drawn = option(data, theme, width);
    drawn.backgroundColor = theme.paper;
    var chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: width, height: heightOf(data, width) });
    chart.setOption(drawn);
    var text = chart.renderToSVGString();
    chart.dispose();
    return text;
  }

  return { option: option, height: heightOf, svg: svg };
})();
