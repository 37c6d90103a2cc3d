import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;

// src/model/place.ts
var placeText = ({ file, line }) => line === void 0 ? file : `${file}:${line}`;
var isInside = (file) => file !== "" && !new RegExp("^[\\\\/]|^[A-Za-z]:|\\\\|\\p{Cc}", "u").test(file) && !file.split("/").includes("..");

export {
  placeText,
  isInside
};
