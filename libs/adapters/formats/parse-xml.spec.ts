import { describe, expect, it } from '@jest/globals';
import { buildXml, parseXml } from './parse-xml.js';

describe('parseXml', () => {
  it('reads text, references and CDATA as written', () => {
    const text = '<a><b> 1 &lt;2&gt; &#20013;&#x56FD; </b><c><![CDATA[<x>]]></c><d/></a>';
    expect(parseXml(text)).toEqual({ a: { b: ' 1 <2> 中国 ', c: '<x>', d: '' } });
  });

  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['a document cut in the middle', '<a><b>1</b>'],
    ['a name that reaches into objects', '<a><__proto__>1</__proto__></a>'],
    ['a hundred levels', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`],
    ['no XML', '{"a":1}'],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => {
    expect(parseXml(text)).toBeUndefined();
  });

  it('refuses more characters than allowed', () => {
    expect(parseXml('<a>12345</a>', 10)).toBeUndefined();
  });

  it('reads back what buildXml writes', () => {
    const fields = { case: { A: '<&>"\'', B: '', C: ' 两 行\n' } };
    expect(parseXml(buildXml(fields))).toEqual(fields);
  });
});
