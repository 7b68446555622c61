/** One line of the log for what a person should know: facts without personal data, and a sentence. */
export type Tell = (facts: Readonly<Record<string, unknown>>, sentence: string) => void;
