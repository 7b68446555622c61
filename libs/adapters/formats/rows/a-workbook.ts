import exceljs from 'exceljs';
import type { Worksheet } from 'exceljs';

/** The bytes of a workbook with these sheets, for specs. */
export async function aWorkbook(sheets: Readonly<Record<string, (sheet: Worksheet) => void>>): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  for (const [name, fill] of Object.entries(sheets)) fill(workbook.addWorksheet(name));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
