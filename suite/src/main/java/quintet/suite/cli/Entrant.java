package quintet.suite.cli;

import quintet.workloads.catalog.Catalog;

/** A model that takes part in a comparison. */
record Entrant(String name, Catalog catalog) {}
