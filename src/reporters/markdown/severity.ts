import type { Severity } from '../../model/finding.ts';

export const severityIcons: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', notice: 'ℹ️' };
