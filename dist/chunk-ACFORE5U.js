import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  isInside
} from "./chunk-67HGM7VL.js";

// src/github/links.ts
function linksOf(event, version) {
  const { server, repository, head } = event;
  const blob = repository && head && `${server}/${repository.owner}/${repository.repo}/blob/${head}`;
  return {
    place: (place) => blob && isInside(place.file) ? `${blob}/${encodedPath(place.file)}${lines(place)}` : void 0,
    rule: (rule) => docsPage(version, `rules/${encodeURIComponent(rule.toWellFormed())}.md`)
  };
}
var docsPage = (version, page) => `https://github.com/org/migrate-check/blob/v${encodeURIComponent(version)}/docs/${page}`;
var encodedPath = (file) => file.toWellFormed().split("/").map(encodeURIComponent).join("/");
function lines({ line, endLine }) {
  if (line === void 0) return "";
  return endLine === void 0 || endLine <= line ? `#L${line}` : `#L${line}-L${endLine}`;
}

export {
  linksOf,
  docsPage
};
