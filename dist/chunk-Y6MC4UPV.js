import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;

// src/model/setup-error.ts
var SetupError = class extends Error {
  name = "SetupError";
  code;
  hint;
  details;
  place;
  constructor(code, message, hint, more = {}) {
    super(message, more.cause === void 0 ? void 0 : { cause: more.cause });
    this.code = code;
    this.hint = hint;
    this.details = more.details ?? [];
    this.place = more.place;
  }
};

export {
  SetupError
};
