import type { Evidence, Severity } from '../model/finding.ts';
import type { ComparedModels } from '../model/models.ts';
import type { Chain, Move, NotObserved, Rehearsal, RoundTrip, Statement } from '../model/observation.ts';
import type { Place } from '../model/place.ts';
import type { Facts } from '../model/report.ts';
import type { Revision, RevisionId } from '../model/revision.ts';
import type { Edit } from '../model/suggestion.ts';
import type { Relation } from '../model/trace.ts';
import type { ParsedStatement } from '../sql/parse.ts';
import type { DeclaredSuppression } from './support/suppress-declared.ts';

/**
 * The contract of a rule: one file beside this one, named after the fault, with one subject and a pure `check`.
 * The file's name is the rule's id. `judge.ts` offers each subject to the rules that asked for it;
 * severity overrides, fingerprints and ordering are its work, never a rule's.
 */
export interface Subjects {
  /** Once per project. */
  readonly project: { readonly facts: Facts };
  /** Once per revision in scope, replayed or not. */
  readonly revision: RevisionSubject;
  /** Once per revision whose upgrade was tried, on a round trip or only passed through. */
  readonly upgrade: UpgradeSubject;
  /** Once per command that the upgrade of a revision in scope has executed, those in DO blocks included. */
  readonly statement: StatementSubject;
  /** Once per revision whose round trip was begun. */
  readonly 'round-trip': RoundTripSubject;
  /** Once, when the chain was walked. */
  readonly chain: { readonly chain: Chain; readonly facts: Facts };
  /** Once, when `upgrade heads` was rehearsed. */
  readonly rehearsal: { readonly rehearsal: Rehearsal; readonly facts: Facts };
  /** Once, when the models of the project were compared with the migrated database. */
  readonly models: { readonly models: ComparedModels; readonly facts: Facts };
  /**
   * Once per comment of a revision in scope that lets something pass, and per entry of `ignore` in the settings; after
   * all other rules were asked.
   */
  readonly suppression: SuppressionSubject;
}
export type Subject = keyof Subjects;

interface RevisionSubject {
  readonly revision: Revision;
  readonly facts: Facts;
}
interface UpgradeSubject extends RevisionSubject {
  readonly move: Move;
}
export interface StatementSubject extends RevisionSubject {
  readonly move: Move;
  readonly statement: Statement;
  /** The command, as PostgreSQL's own grammar reads it; a statement can hold several. */
  readonly command: ParsedStatement;
  /** Statements before this one that were executed in the same transaction of the same move. */
  readonly earlier: readonly Statement[];
  /**
   * Statements before it in the move that may have locked something in the same transaction, by their commands, and of
   * which nobody saw whether they have.
   */
  readonly unseenBefore: readonly Statement[];
  /**
   * Whether a relation was there before this change: before the revision, and in a pull request before the first
   * revision of it. What is done to one that was not hurts nobody.
   */
  isOld(relation: Relation): boolean;
}
export interface RoundTripSubject extends RevisionSubject {
  readonly roundTrip: RoundTrip;
}

export interface SuppressionSubject {
  readonly declared: DeclaredSuppression;
  readonly facts: Facts;
  /** Its last day is over. */
  readonly isOver: boolean;
  /** Rules of it that report something there; it is let pass where the suppression holds and none is nearer. */
  readonly wouldLetPass: readonly string[];
  /** Rules of it that have looked there, and of which it lets nothing pass. */
  readonly unused: readonly string[];
  /** Rules of it whose findings nobody can let pass. */
  readonly final: readonly string[];
  /** Names in it that no rule has, each with the one that was probably meant. */
  readonly unknown: readonly { readonly rule: string; readonly nearest: string | undefined }[];
}

export type Messages = Readonly<Record<string, (data: never) => Sentences>>;

export interface Sentences {
  /** What happens, to whom: one or two sentences. */
  readonly message: string;
  /** What to type; code on lines of its own, indented. */
  readonly help: string;
}

/** Where a problem is, and what shows it. */
export interface Where {
  readonly place: Place;
  /** Of the subject, when it is not said. */
  readonly revision?: RevisionId;
  readonly evidence?: readonly Evidence[];
  /** Tells apart two findings of one rule in one revision; never a line number. */
  readonly about?: string;
  /** Where one problem of the rule weighs less than the others. */
  readonly severity?: Severity;
  /** The table that it is about: the report says how large it is in production, and puts larger ones first. */
  readonly table?: { readonly schema: string; readonly name: string };
  /** What ends it, where that is one edit; whoever tries it decides whether anybody sees it. */
  readonly edit?: Proposal | undefined;
}

/** An edit that nobody has tried yet. */
export interface Proposal extends Edit {
  /** It names a revision that only the base ref has: it is right for both together. */
  readonly withBase?: true;
  /** Rules that could not see, as long as this finding was there, what they are right to report after it. */
  readonly hides?: readonly string[];
}

/** What a rule can say of a subject. */
export interface Tell<M extends Messages> {
  /** Typed per message: each key asks for exactly the data that its sentences need. */
  report<K extends keyof M & string>(message: K, data: Parameters<M[K]>[0], where: Where): void;
  /** This subject was left alone, and why. */
  notChecked(why: string): void;
}

interface RuleMeta {
  /** One line that names the fault. */
  readonly title: string;
  /** What happens to whom, Markdown. */
  readonly why: string;
  /** What to type instead, Markdown. */
  readonly fix: string;
  readonly severity: Severity;
  /**
   * The harm lasts as long as the table is large: a lock held while it is read, rewritten or indexed. On a table that is
   * small in production it weighs one step less. Not for what is lost or broken at any size.
   */
  readonly sizeMatters?: true;
  /** Off unless the settings ask for it: true, and more than most projects want to hear. */
  readonly optIn?: true;
  /** Off unless the settings ask for it, or for all rules of this name at once. */
  readonly preset?: Preset;
  /** Nobody can let pass what it reports, and no baseline has it: it is about letting pass itself. */
  readonly final?: true;
  /** Version of migrate-check that had it first. */
  readonly since: string;
  /**
   * Migration code for the rule's page: what the rule reports, and what it leaves alone. `before` is SQL that has made
   * what is there before. With a `language` they are no migrations.
   */
  readonly examples: {
    readonly language?: 'yaml';
    readonly before?: string;
    /** Majors that know the commands. */
    readonly postgres?: { readonly from?: number; readonly until?: number };
    /** How many rows a table has in production. */
    readonly rows?: Readonly<Record<string, number>>;
    readonly bad: ExampleCode;
    readonly good: ExampleCode;
  };
}

/** The text of a revision below its header, or of several in the order that they are applied in. */
type ExampleCode = string | readonly string[];

/** Rules that are asked for together: `style` is how a schema looks, and breaks nothing. */
type Preset = 'style';

/** What can be set of a rule beside its severity, each with its default, whose type is the type it has. */
export type RuleOptions = Readonly<Record<string, string | number | boolean>>;

/** The options that are in force, as a rule is given them. */
type InForce<O extends RuleOptions> = { readonly [K in keyof O]: Widened<O[K]> };
type Widened<T> = T extends boolean ? boolean : T extends number ? number : string;

export interface Rule<
  S extends Subject = Subject,
  M extends Messages = Messages,
  O extends RuleOptions = RuleOptions,
> {
  readonly subject: S;
  /** What must have been observed; where it was not, the rule says so in the coverage. */
  readonly needs: readonly NotObserved['what'][];
  readonly meta: RuleMeta;
  readonly messages: M;
  readonly options?: O;
  check(subject: Subjects[S], tell: Tell<M>, options: InForce<O>): void;
}

/** Whether nobody is told of it who has not asked. */
export const isOnRequest = ({ meta }: Rule): boolean => meta.optIn === true || meta.preset !== undefined;

/** Keeps the types of one rule together; the default export of no file, the export `rule` of each. */
export function defineRule<
  const S extends Subject,
  const M extends Messages,
  const O extends RuleOptions = Record<never, never>,
>(rule: Rule<S, M, O>): Rule<S, M, O> {
  return rule;
}
