import { IsOptional, ValidateBy } from 'class-validator';
import { findWeek } from '#domain/deadline/city-weeks.js';

const isWeek = (value: unknown): boolean => typeof value === 'string' && findWeek(value) !== undefined;
const IsWeek = (): PropertyDecorator =>
  ValidateBy({ name: 'isWeek', validator: { validate: isWeek, defaultMessage: () => '不是 ISO 周，应写作 2026-W47' } });

/** Which week's bulletin is wanted; the last whole week without one. */
export class BulletinsDto {
  @IsOptional()
  @IsWeek()
  week?: string;
}
