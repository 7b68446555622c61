import { describe, expect, it } from '@jest/globals';
import { recordedFields } from './recorded-fields.js';

describe('what of a request lands in the audit', () => {
  it('keeps which move, of which version, to whom', () => {
    expect(
      recordedFields({
        command: 'dispatch',
        version: 7,
        requestId: '0190a000-0000-7000-8000-000000000012',
        department: 'urban-management',
      }),
    ).toEqual({
      command: 'dispatch',
      version: 7,
      requestId: '0190a000-0000-7000-8000-000000000012',
      department: 'urban-management',
    });
    expect(recordedFields({ role: 'street', scope: { kind: 'street', ids: ['a-1'], names: ['云岚街道'] } })).toEqual({
      role: 'street',
      scope: { kind: 'street', ids: ['a-1'] },
    });
    expect(recordedFields({ numbers: ['HL202611200001', 'HL202611200002'] })).toEqual({
      numbers: ['HL202611200001', 'HL202611200002'],
    });
  });

  it('keeps no secret, text or name, whatever field it comes in', () => {
    expect(recordedFields({ password: 'right-password', secret: 's', token: 't', name: 'li', code: '123456' })).toBeUndefined();
    expect(recordedFields({ because: '市民张三说 13812345678', text: 'x', reason: '回访' })).toBeUndefined();
    expect(recordedFields({ department: '张三 13812345678', target: '13812345678', partner: '+8613812345678' })).toBeUndefined();
    expect(recordedFields({ lead: '370202199001011234', version: 13812345678, state: 'x'.repeat(65) })).toBeUndefined();
    expect(recordedFields({ scope: { kind: { kind: { kind: 'deep' } }, password: 'p' }, ids: [{ name: 'li' }, '张三'] })).toEqual(
      { ids: [] },
    );
  });

  it.each([[null], [undefined], ['text'], [7], [['department']]])('has nothing to keep of %p', (body) => {
    expect(recordedFields(body)).toBeUndefined();
  });
});
