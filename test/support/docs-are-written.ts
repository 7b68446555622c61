/** Whether a spec that compares a generated page writes it instead: `WRITE_DOCS=1`. */
export const docsAreWritten = (): boolean => process.env['WRITE_DOCS'] === '1';
