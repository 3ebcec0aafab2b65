// Reads an index of sitemaps with the parser of the npm package `sitemap`, which stops at whatever the protocol does not have.
// Usage: node read_sitemap_index.cjs TOOLS_FOLDER < sitemap.xml   (prints the entries as JSON)
"use strict";

const path = require("node:path");
const { createRequire } = require("node:module");

const { ErrorLevel, XMLToSitemapIndexStream } = createRequire(path.join(path.resolve(process.argv[2]), "package.json"))("sitemap");

(async () => {
  const entries = [];
  const reader = new XMLToSitemapIndexStream({ level: ErrorLevel.THROW, logger: false });
  for await (const entry of process.stdin.pipe(reader)) entries.push(entry);
  console.log(JSON.stringify(entries));
})().catch((problem) => {
  console.error(String(problem));
  process.exit(1);
});
