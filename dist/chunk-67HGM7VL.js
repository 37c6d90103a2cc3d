import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;

// src/model/place.ts
var placeText = ({ file, line }) => line === void 0 ? file : `${file}:${line}`;
function directoriesOf(path) {
  const parts = path.split("/");
  return parts.slice(1).map((_, left) => parts.slice(0, parts.length - 1 - left).join("/"));
}
var isCovered = (paths, file) => paths.has(file) || directoriesOf(file).some((directory) => paths.has(directory));
var isAbove = (path) => /^\.\.(\/|$)/.test(path);
var isInside = (file) => file !== "" && !new RegExp("^[\\\\/]|^[A-Za-z]:|\\\\|\\p{Cc}", "u").test(file) && !file.split("/").includes("..");

export {
  placeText,
  directoriesOf,
  isCovered,
  isAbove,
  isInside
};
