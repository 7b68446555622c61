import type { Nature } from '#domain/report/report.js';

/** What a citizen may choose: 诉求性质. */
const NATURE_NAMES: readonly { readonly key: Nature; readonly name: string }[] = [
  { key: 'help', name: '求助' },
  { key: 'complaint', name: '投诉' },
  { key: 'tip-off', name: '举报' },
  { key: 'suggestion', name: '建议' },
  { key: 'consultation', name: '咨询' },
  { key: 'praise', name: '感谢' },
];

export const isNature = (word: string): boolean => NATURE_NAMES.some(({ key }) => key === word);

const attribute = (order: number, code: string, description: string) => ({
  variable: true,
  code,
  datatype: 'string',
  required: false,
  datatype_description: null,
  order,
  description,
});

/** `automated` is mySociety's: the client's server fills the field in, no citizen sees it. */
const automated = { automated: 'server_set' };

/** What may be told of a report beside its description. */
export const ATTRIBUTES = [
  { ...attribute(1, 'nature', '诉求性质'), datatype: 'singlevaluelist', values: NATURE_NAMES },
  { ...attribute(2, 'title', '标题'), ...automated },
  { ...attribute(3, 'fixmystreet_id', '报送系统中的编号，重复报送时据此识别'), ...automated },
  { ...attribute(4, 'client_reference', '同上，供其他报送系统使用'), ...automated },
];
