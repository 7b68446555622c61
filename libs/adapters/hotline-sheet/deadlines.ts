import type { FieldReader } from '../formats/field-reader.js';
import { saysNothing, yesOrNo } from '../formats/vocabulary.js';

/** The city's deadline and the district's, each moved by an extension that was granted; the earlier one alarms. */
export function dueAtOf(order: FieldReader): Date | undefined {
  const isGranted = isExtended(order);
  const due = [extended(order, '市级截止', '市级延期至', isGranted), extended(order, '区级截止', '区级延期至', isGranted)].filter(
    (at) => at !== undefined,
  );
  return due.length === 0 ? undefined : new Date(Math.min(...due.map((at) => at.getTime())));
}

/** Asked for is not granted; a list without a column for it means that the date alone says so. */
function isExtended(order: FieldReader): boolean {
  const word = order.text('延期状态');
  if (word === undefined) return true;
  if (saysNothing(word) || /(申请|待|审核中|审批中|驳回|不同意|未通过)/.test(word)) return false;
  return yesOrNo(word) ?? /(同意|通过|已延期|批准)/.test(word);
}

function extended(order: FieldReader, deadline: string, extension: string, isGranted: boolean): Date | undefined {
  const agreed = order.instant(deadline);
  const moved = order.instant(extension);
  return isGranted ? (moved ?? agreed) : agreed;
}
