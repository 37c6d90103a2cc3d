interface Text {
  readonly text: string;
}

interface Location {
  readonly id?: number;
  readonly message: Text;
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
    readonly region: { readonly startLine: number; readonly endLine: number };
  };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: Text;
  readonly locations: readonly Location[];
  readonly relatedLocations?: readonly Location[];
  readonly suppressions?: readonly object[];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
}

interface Rule {
  readonly id: string;
  readonly shortDescription: Text;
  readonly fullDescription: Text;
  readonly help: Text & { readonly markdown: string };
  readonly helpUri?: string;
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
  readonly automationDetails: { readonly id: string };
  readonly invocations: readonly {
    readonly toolExecutionNotifications: readonly {
      readonly message: Text;
      readonly associatedRule?: { readonly id: string };
    }[];
  }[];
  readonly results: readonly Result[];
}

/** The one run of a document. */
export function runOf(text: string): Run {
  const { runs } = JSON.parse(text) as { readonly runs: readonly Run[] };
  const [run] = runs;
  if (!run || runs.length !== 1) throw new Error(`${runs.length} runs`);
  return run;
}

export const resultsIn = (text: string): readonly Result[] => runOf(text).results;

/** Every text in a value, the keys aside. */
export function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
