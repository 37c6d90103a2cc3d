import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;

// src/reporters/fingerprints.ts
import { createHash } from "node:crypto";
function fingerprintsOf(findings) {
  const seen = /* @__PURE__ */ new Map();
  return new Map(
    findings.map((finding) => {
      const digits = createHash("sha256").update(finding.fingerprint).digest("hex").slice(0, 16);
      const number = (seen.get(digits) ?? 0) + 1;
      seen.set(digits, number);
      return [finding, `${digits}:${number}`];
    })
  );
}

export {
  fingerprintsOf
};
