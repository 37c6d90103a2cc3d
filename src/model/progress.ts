/** What long work tells whoever waits for it. Lines are short and in the present tense. */
export interface Progress {
  /** A new stage has begun: "starting PostgreSQL 17". */
  stage(text: string): void;
  /** One move of many: 12 of 45, "downgrade 007". */
  move(done: number, total: number, text: string): void;
  /** Nothing more comes: a live line is taken away. */
  end(): void;
}
