import { describe, expect, it } from '@jest/globals';
import { cleanFileName } from './clean-file-name.js';

describe('the name of a file that came from outside', () => {
  it.each([
    ['现场照片1.jpg', '现场照片1.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\照片\\井盖.png', '井盖.png'],
    ['a\r\nSet-Cookie: x=1.jpg', 'aSet-Cookie_ x=1.jpg'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['处理前"后.pdf', '处理前_后.pdf'],
    ['  .hidden .', 'hidden'],
    ['a\0b.jpg', 'ab.jpg'],
    ['..', '附件'],
    ['', '附件'],
    ['\uD800', '附件'],
  ])('%j is kept as %j', (name, cleaned) => {
    expect(cleanFileName(name)).toBe(cleaned);
  });

  it('is cut to 120 characters, and keeps its ending', () => {
    const cleaned = cleanFileName(`${'井'.repeat(300)}.jpeg`);
    expect([...cleaned]).toHaveLength(120);
    expect(cleaned.endsWith('井.jpeg')).toBe(true);
    expect(cleanFileName('𠀀'.repeat(200))).toBe('𠀀'.repeat(120));
  });
});
