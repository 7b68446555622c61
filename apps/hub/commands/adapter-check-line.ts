/** Who must act, in the words of the screen. */
export const WHO = { operator: '操作员', platform: '平台', developer: '开发' } as const;
export type Who = (typeof WHO)[keyof typeof WHO];

/** One line of a check: in order, not in order and who must act, or merely worth knowing. */
export type CheckLine =
  | { readonly name: string; readonly ok: true | undefined; readonly says: string }
  | { readonly name: string; readonly ok: false; readonly says: string; readonly who: Who };

export const fine = (name: string, says: string): CheckLine => ({ name, ok: true, says });
export const note = (name: string, says: string): CheckLine => ({ name, ok: undefined, says });
export const wrong = (name: string, who: Who, says: string): CheckLine => ({ name, ok: false, who, says });
