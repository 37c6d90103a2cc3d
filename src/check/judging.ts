import { relative } from 'node:path';
import { baselineOf } from '../config/baseline-file.ts';
import type { Settings } from '../config/settings.ts';
import type { Facts, Report } from '../model/report.ts';
import { type Judgement, type JudgeSettings, judge } from '../rules/judge.ts';
import { loadSql } from '../sql/engine.ts';
import type { Whereabouts } from '../tools/tool.ts';

/** The settings that decide what the facts amount to. */
export type JudgedBy = Pick<Settings, 'failOn' | 'rules'> &
  Partial<Pick<Settings, 'ignore' | 'baseline' | 'presets' | 'ruleOptions'>>;

interface JudgingRequest {
  readonly settings: JudgedBy;
  readonly where: Pick<Whereabouts, 'root'>;
  /** A baseline is about to be written: it need not be there yet. */
  readonly newBaseline?: boolean;
}

/** What the judge has to be told: files are read, and it is today. `project` is its directory, relative to the root. */
export async function judgingOf(
  { settings, where: { root }, newBaseline }: JudgingRequest,
  project: string,
): Promise<JudgeSettings> {
  const { failOn, rules, ignore = [], presets = [], ruleOptions = {} } = settings;
  const baseline = await baselineOf({ named: settings.baseline, root, project, isNew: newBaseline === true });
  return {
    failOn,
    rules,
    presets,
    ruleOptions,
    ignore: ignore.map(({ place, ...entry }) =>
      place ? { ...entry, place: { ...place, file: relative(root, place.file) } } : entry,
    ),
    today: new Date().toISOString().slice(0, 10),
    ...(baseline ? { baseline } : {}),
  };
}

/** What was found out, and what it amounts to. */
export interface Judged {
  readonly facts: Facts;
  readonly judgement: Judgement;
}

export async function judged(facts: Facts, settings: JudgeSettings): Promise<Judged> {
  // Where nothing was planned there are no statements, and no parser is needed.
  if (facts.plan.steps.length > 0) await loadSql();
  return { facts, judgement: judge(facts, settings) };
}

export function reportOf(
  { facts, judgement }: Judged,
  { failOn }: Pick<JudgeSettings, 'failOn'>,
  written: Pick<Report, 'writtenBy' | 'milliseconds'>,
): Report {
  const { project, toolchain, server, graph, plan, observations, tableSizes, base, relaxations } = facts;
  const { edits: _, ...found } = judgement;
  return {
    schemaVersion: 1,
    project,
    toolchain,
    ...(server ? { server } : {}),
    graph,
    plan,
    observations,
    ...(tableSizes ? { tableSizes } : {}),
    ...(base ? { base } : {}),
    ...(relaxations ? { relaxations } : {}),
    failOn,
    ...found,
    ...written,
  };
}
