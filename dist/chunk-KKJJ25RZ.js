import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  code,
  fenced,
  heading,
  paragraphs,
  prose
} from "./chunk-R6WMSU76.js";

// src/github/permission.ts
var isRefusal = (error) => error instanceof Error && "status" in error && typeof error.status === "number";
function missingRight(error) {
  if (!isRefusal(error) || error.status !== 403 && error.status !== 404) return void 0;
  if (/rate limit/i.test(error.message ?? "")) return void 0;
  const accepted = error.response?.headers?.["x-accepted-github-permissions"];
  if (typeof accepted === "string" && accepted !== "") return spelt(accepted);
  return error.status === 403 && /not accessible by integration/i.test(error.message ?? "") ? "more permissions" : void 0;
}
var spelt = (accepted) => accepted.split(";").map(
  (all) => all.split(",").map((one) => one.trim().replace("=", ": ").replaceAll("_", "-")).join(" and ")
).join(" or ");

// src/github/delivery.ts
var delivered = { state: "delivered" };
var skipped = (because) => ({ state: "skipped", because });
async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    const needs = missingRight(error);
    if (needs !== void 0) return { state: "forbidden", needs };
    return { state: "failed", because: reasonOf(error) };
  }
}
var longest = 300;
function reasonOf(error) {
  const said = error.message.replace(/\s+/g, " ").trim();
  if (said.startsWith("<") && "status" in error) return `the answer was a page, with status ${error.status}`;
  return said.length <= longest ? said : `${said.slice(0, longest)} ...`;
}

// src/reporters/markdown/refused.ts
var extent = { lines: 30, characters: 3e3 };
function refused({ message, hint, details }, directory = ".") {
  const all = directory === "." ? "Nothing" : `Nothing of ${code(directory)}`;
  return `${paragraphs(
    heading({ verdict: "incomplete" }, "not checked"),
    `${all} was checked, so nobody knows whether it is safe.`,
    prose(message, extent),
    prose(hint, extent),
    details.length > 0 ? fenced(details.join("\n"), "", extent) : ""
  )}
`;
}

export {
  delivered,
  skipped,
  attempt,
  refused
};
