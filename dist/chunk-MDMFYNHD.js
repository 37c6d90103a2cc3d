import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;

// src/config/secret.ts
function withoutPasswords(text) {
  return text.replace(/(\w:\/\/[^\s:/@]*):\S*@/g, "$1:***@").replace(/([?&](?:password|passwd|pwd|sslpassword)=)[^\s&#]*/gi, "$1***");
}
function withoutPasswordsIn(value) {
  return JSON.parse(
    JSON.stringify(value),
    (_, inner) => typeof inner === "string" ? withoutPasswords(inner) : inner
  );
}

export {
  withoutPasswords,
  withoutPasswordsIn
};
