import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  fingerprintsOf
} from "./chunk-4TY4SFYD.js";
import {
  linesOf
} from "./chunk-NKNIRHGX.js";
import {
  label
} from "./chunk-YXI4UX5B.js";
import "./chunk-UIHX4XYS.js";
import "./chunk-67HGM7VL.js";
import {
  countedIn
} from "./chunk-ODNIKTB2.js";
import "./chunk-JM26A2YD.js";
import "./chunk-4ZDK54KC.js";

// src/reporters/gitlab.ts
var severities = {
  error: "critical",
  warning: "major",
  notice: "info"
};
var gitlab = {
  id: "gitlab",
  render(report) {
    const counted = countedIn(report);
    const fingerprints = fingerprintsOf(counted);
    const entries = counted.map((finding) => {
      const { file, line, endLine } = linesOf(finding, report);
      return {
        description: label(`${finding.message} ${finding.help}`, 2e3, "no message"),
        check_name: label(finding.rule, 255, "unnamed"),
        fingerprint: fingerprints.get(finding),
        severity: severities[finding.severity],
        location: { path: file, lines: { begin: line, end: endLine } }
      };
    });
    return `${JSON.stringify(entries, null, 2)}
`;
  }
};
export {
  gitlab
};
