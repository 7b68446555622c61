import { IsNumber, IsOptional, Min } from 'class-validator';
import type { RetentionPolicy } from '#domain/privacy/retention-policy.js';
import type { Nature } from '#domain/report/report.js';
import { NATURES } from '#domain/report/report.js';
import { IsRecordOf } from './constraints.js';
import { readFile } from './read-file.js';
import type { YamlFile } from './yaml-file.js';

class PrivacyFile {
  /** Years after the case was closed; whole ones, since a year ends on the same day of the calendar. */
  @IsNumber({ maxDecimalPlaces: 0 }, { message: '$property must be a whole number of years' })
  @Min(1, { message: '$property must be a year at least: a citizen may come back on the matter' })
  keepYears: number;

  @IsOptional()
  @IsRecordOf('number')
  keepYearsOf: Partial<Record<Nature, number>> = {};
}

/** Reads `privacy.yaml`; without it nothing is ever forgotten by itself. */
export function readPrivacy(file: YamlFile): RetentionPolicy | undefined {
  const read = readFile(file, PrivacyFile);
  if (!read) return undefined;
  for (const [nature, years] of Object.entries(read.keepYearsOf)) {
    const path = ['keepYearsOf', nature];
    if (!(NATURES as readonly string[]).includes(nature)) file.faultKey(path, `no such nature: use one of ${NATURES.join(', ')}`);
    else if (!Number.isInteger(years) || years < 1) file.fault(path, 'must be a whole number of years, one at least');
  }
  return { years: read.keepYears, yearsOf: read.keepYearsOf };
}
