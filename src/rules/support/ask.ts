import { createHash } from 'node:crypto';
import type { Finding, RuleId, Severity } from '../../model/finding.ts';
import type { Facts } from '../../model/report.ts';
import {
  isOnRequest,
  type Messages,
  type Proposal,
  type Rule,
  type RuleOptions,
  type Sentences,
  type Subject,
  type Subjects,
  type Tell,
  type Where,
} from '../rule.ts';
import { withSize } from './size.ts';

/** A rule after it was offered all its subjects. */
export interface Asked {
  readonly id: RuleId;
  readonly rule: Rule;
  readonly setting: Severity | 'off' | undefined;
  readonly subjects: number;
  readonly findings: readonly Finding[];
  /** The edits that may end them, by fingerprint. */
  readonly edits: ReadonlyMap<string, Proposal>;
  /** What the rule left alone, and why, each once. */
  readonly notChecked: readonly string[];
}

/** What the settings say of rules. */
export interface RuleSettings {
  /** By rule id: another severity than the rule's own, or off. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** By rule id: other values of its options than its own. Who gives some asks for the rule. */
  readonly ruleOptions?: Readonly<Record<string, RuleOptions>>;
  /** Groups of rules that are on although each of them is off by itself. */
  readonly presets?: readonly string[];
}

/** What is set for a rule: its severity, off, or undefined for its own. */
export function levelOf(
  id: string,
  rule: Rule,
  { rules, ruleOptions = {}, presets = [] }: RuleSettings,
): Severity | 'off' | undefined {
  if (rules[id] !== undefined || !isOnRequest(rule)) return rules[id];
  const isAsked = id in ruleOptions || presets.some((preset) => preset === rule.meta.preset);
  return isAsked ? undefined : 'off';
}

/** Offers a rule the subjects that it asks for. A rule that is off is asked nothing. */
export function ask(
  id: RuleId,
  rule: Rule,
  facts: Facts,
  settings: RuleSettings,
  subjects: readonly Subjects[Subject][],
): Asked {
  const setting = levelOf(id, rule, settings);
  if (setting === 'off')
    return { id, rule, setting, subjects: 0, findings: [], edits: new Map(), notChecked: [] };
  const findings: Finding[] = [];
  const edits = new Map<string, Proposal>();
  const notChecked = new Set<string>();
  const options = { ...rule.options, ...settings.ruleOptions?.[id] };
  for (const subject of subjects) {
    const tell: Tell<Messages> = {
      report: (key, data, where) => {
        const sentences = sentencesOf(rule, key, data);
        const finding = makeFinding({ id, rule, setting, subject, key, sentences, where });
        // What the user has set is meant for tables of any size.
        const mayWeighLess = rule.meta.sizeMatters === true && setting === undefined;
        findings.push(withSize(finding, facts.tableSizes, mayWeighLess));
        if (where.edit) edits.set(finding.fingerprint, where.edit);
      },
      notChecked: (why) => notChecked.add(`${nameOf(subject)}${why}`),
    };
    rule.check(subject, tell, options);
  }
  return { id, rule, setting, subjects: subjects.length, findings, edits, notChecked: [...notChecked] };
}

/** The message belongs to the rule, whose types made sure of its data. */
function sentencesOf({ messages }: Rule, key: string, data: unknown): Sentences {
  const message = messages[key] as ((data: unknown) => Sentences) | undefined;
  if (!message) throw new Error(`there is no message ${key}`);
  return message(data);
}

interface Parts {
  readonly id: RuleId;
  readonly rule: Rule;
  readonly setting: Severity | undefined;
  readonly subject: Subjects[Subject];
  readonly key: string;
  readonly sentences: Sentences;
  readonly where: Where;
}

function makeFinding({ id, rule, setting, subject, key, sentences, where }: Parts): Finding {
  const revision = where.revision ?? ('revision' in subject ? subject.revision.id : undefined);
  return {
    rule: id,
    severity: setting ?? where.severity ?? rule.meta.severity,
    ...sentences,
    place: where.place,
    ...(revision === undefined ? {} : { revision }),
    evidence: where.evidence ?? [],
    fingerprint: fingerprint([id, revision ?? where.place.file, key, where.about ?? '']),
    ...(where.table ? { table: { schema: where.table.schema, name: where.table.name } } : {}),
  };
}

/** Of the rule, the revision or the file, the message, and what it is about. */
export const fingerprint = (parts: readonly [string, string, string, string]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20);

const nameOf = (subject: Subjects[Subject]): string =>
  'revision' in subject ? `${subject.revision.id}: ` : '';
