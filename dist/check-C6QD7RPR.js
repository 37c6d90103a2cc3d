import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  deliver
} from "./chunk-CT2QNYCW.js";
import {
  checkReportFiles
} from "./chunk-TYJUOS6R.js";
import "./chunk-ACFORE5U.js";
import {
  unlessStopped,
  whileWatched
} from "./chunk-KZ34HTHB.js";
import "./chunk-35M4Z2TR.js";
import {
  resolved
} from "./chunk-AON4Q32Y.js";
import "./chunk-BWUDTPXH.js";
import {
  commands
} from "./chunk-TCIHR4VZ.js";
import "./chunk-MDMFYNHD.js";
import {
  colourOf
} from "./chunk-725TSLKE.js";
import "./chunk-JE7KEQGY.js";
import "./chunk-WEG2C7GQ.js";
import {
  write
} from "./chunk-X32Y2LWH.js";
import "./chunk-JYWKWCTX.js";
import "./chunk-BAWHN274.js";
import "./chunk-C76FHOHM.js";
import "./chunk-I76OI2NO.js";
import "./chunk-PRFH5JLA.js";
import "./chunk-MPCTKBTA.js";
import "./chunk-37354AS2.js";
import "./chunk-67HGM7VL.js";
import "./chunk-A33IW6KI.js";
import "./chunk-BHWKXNUT.js";
import "./chunk-UFDC26GR.js";
import {
  nearest
} from "./chunk-3HPQLRMR.js";
import {
  SetupError
} from "./chunk-Y6MC4UPV.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODNIKTB2.js";
import "./chunk-BHM4AELV.js";
import "./chunk-JM26A2YD.js";
import "./chunk-4ZDK54KC.js";

// src/cli/check.ts
import { stat } from "node:fs/promises";
import { resolve } from "node:path";

// src/cli/plan-text.ts
import { styleText } from "node:util";
function planText(planned, providers, colour) {
  const bold = (text) => colour ? styleText("bold", text, { validateStream: false }) : text;
  return [
    bold(planned.project.label),
    ...header(planned, providers),
    "",
    bold(summary(planned)),
    ...table(planned),
    ...faults(planned),
    "",
    ending(planned),
    "This was the plan; nothing was started.",
    ""
  ].join("\n");
}
function header({ project, toolchain, plan }, providers) {
  const versions = Object.entries(toolchain.versions).map(([name, version]) => `${name} ${version}`);
  return [
    `  found       ${project.because}`,
    `  interpreter ${toolchain.interpreter}`,
    `  versions    ${versions.join(", ")}`,
    ...providers.map(
      ({ id, refusal }, index) => `  ${(index === 0 ? "PostgreSQL" : "").padEnd(11)} ${id}${refusal === void 0 ? "" : `, not usable: ${refusal}`}`
    ),
    ...plan.baseSql === void 0 ? [] : [`  begins with ${plan.baseSql}`]
  ];
}
function partsOf({
  plan
}) {
  const steps = plan.steps.flatMap(
    (step) => "revision" in step ? [[step.revision, { part: step.kind === "round-trip" ? "round trip" : "upgrade" }]] : []
  );
  const out = plan.leftOut.map(
    ({ revision, why }) => [revision, { part: "left out", why }]
  );
  return new Map([...steps, ...out]);
}
function summary(planned) {
  const parts = [...partsOf(planned).values()].map(({ part }) => part);
  const count = (wanted) => parts.filter((part) => part === wanted).length;
  const total = planned.graph.revisions.length;
  return [
    `${total} ${total === 1 ? "revision" : "revisions"}`,
    `${count("round trip")} up, down and up again`,
    ...count("upgrade") > 0 ? [`${count("upgrade")} only upgraded through`] : [],
    ...count("left out") > 0 ? [`${count("left out")} left out`] : []
  ].join(", ");
}
function table(planned) {
  const { revisions } = planned.graph;
  const parts = partsOf(planned);
  const width = Math.max(0, ...revisions.map(({ id }) => id.length));
  return revisions.map((revision) => {
    const { part = "left out", why } = parts.get(revision.id) ?? {};
    const about = why === void 0 ? revision.title : `${revision.title}  (${why})`;
    return `  ${part.padEnd(10)}  ${revision.id.padEnd(width)}  ${about}`.trimEnd();
  });
}
function faults({ graph }) {
  if (graph.faults.length === 0) return [];
  const kinds = graph.faults.map((fault) => {
    const [place] = "place" in fault ? [fault.place] : fault.places;
    return `  ${fault.kind.replace("-", " ")}${place ? `  ${place.file}${place.line === void 0 ? "" : `:${place.line}`}` : ""}`;
  });
  return ["", "Faults of the graph, which make revisions unusable:", ...kinds];
}
function ending({ plan }) {
  if (plan.steps.length === 0) return "There is nothing to do, and no server would be started.";
  const kinds = plan.steps.map(({ kind }) => kind);
  const then = [
    ...kinds.includes("chain") ? ["the whole chain down and up"] : [],
    ...kinds.includes("rehearsal") ? ["one plain upgrade to the heads"] : []
  ];
  return then.length === 0 ? "" : `Then ${then.join(", and ")}.`;
}

// src/cli/check.ts
async function checkCommand(asked, host) {
  await mustBeNoCommand(asked.directory, host.cwd);
  const { settings } = await resolved(asked, host);
  await checkReportFiles(settings);
  return await whileWatched(settings, asked, host, async (request) => {
    const { check, planOnly } = await host.engine();
    if (!asked.dryRun) {
      const report = await check(request);
      request.progress.end();
      return await unlessStopped(deliver(report, settings, host), request.signal);
    }
    const planned = await planOnly(request);
    const providers = await surveyed(settings);
    request.progress.end();
    await write(host.stdout, planText(planned, providers, colourOf(host, host.stdout)));
    return 0;
  });
}
async function surveyed({ database, postgres, image, databaseUrl }) {
  const { surveyProviders } = await import("./start-FNKQTTA5.js");
  return surveyProviders(
    {
      progress: () => void 0,
      ...postgres === void 0 ? {} : { postgres },
      ...image === void 0 ? {} : { image },
      ...databaseUrl === void 0 ? {} : { url: databaseUrl }
    },
    database
  );
}
async function mustBeNoCommand(word, cwd) {
  if (word === void 0 || /[\\/.]/.test(word)) return;
  const meant = nearest(word, commands);
  if (word !== "check" && meant === void 0) return;
  if (await stat(resolve(cwd, word)).catch(() => void 0)) return;
  throw new SetupError(
    "bad-usage",
    `There is no command ${word}, and no directory`,
    word === "check" ? "migrate-check by itself checks: leave the word out" : `Did you mean migrate-check ${meant}?`
  );
}
export {
  checkCommand
};
