import { text } from './values.ts';
import { setting } from './words.ts';

/** Where the report goes: a file for each reader, or standard output for one of them. */
export const reportSettings = {
  json: setting(text.optional(), {
    section: 'Reports',
    description: 'write everything that was seen to this file; - is standard output, here and below',
    must: 'a file, or -',
    example: 'report.json',
    value: 'FILE',
    path: 'output',
  }),
  sarif: setting(text.optional(), {
    section: 'Reports',
    description: 'write the findings for code scanning, as SARIF',
    must: 'a file, or -',
    example: 'migrations.sarif',
    value: 'FILE',
    path: 'output',
  }),
  junit: setting(text.optional(), {
    section: 'Reports',
    description: 'write a test case for each part of each round trip, as XML of JUnit',
    must: 'a file, or -',
    example: 'junit.xml',
    value: 'FILE',
    path: 'output',
  }),
  gitlab: setting(text.optional(), {
    section: 'Reports',
    description: 'write the findings for the code quality of GitLab',
    must: 'a file, or -',
    example: 'gl-code-quality-report.json',
    value: 'FILE',
    path: 'output',
  }),
  markdown: setting(text.optional(), {
    section: 'Reports',
    description: 'write the report as Markdown',
    must: 'a file, or -',
    example: 'report.md',
    value: 'FILE',
    path: 'output',
  }),
  html: setting(text.optional(), {
    section: 'Reports',
    description: 'write the report as a page for a browser, which needs nothing else',
    must: 'a file, or -',
    example: 'report.html',
    value: 'FILE',
    path: 'output',
  }),
};
