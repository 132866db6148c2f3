import { describe, expect, it } from 'vitest';
import { parseCertificateNo } from '../../src/kernel/certificate-number.js';
import { refusalCodeOf } from './refused.js';

const today = '2026-11-21';

describe('a practising-certificate number', () => {
  it('has 17 digits, and is returned as it was written', () => {
    expect(parseCertificateNo('13301201510123456', today)).toEqual({ number: '13301201510123456', form: 'STANDARD' });
  });

  it('may be one of the 12 digits of older certificates', () => {
    expect(parseCertificateNo('330198123456', today)).toEqual({ number: '330198123456', form: 'LEGACY' });
  });

  it('is of a year from 1979 to the present', () => {
    expect(parseCertificateNo('13301197910123456', today).form).toBe('STANDARD');
    expect(parseCertificateNo('13301202610123456', today).form).toBe('STANDARD');
    expect(parseCertificateNo('13301202710123456', '2027-01-01').form).toBe('STANDARD');
  });

  it.each([
    ['of 1978', '13301197810123456'],
    ['of next year', '13301202710123456'],
    ['of no province', '13801201510123456'],
    ['of another document', '23301201510123456'],
    ['too short', '1330120151012345'],
    ['too long', '133012015101234567'],
    ['with a letter', '1330120151012345X'],
    ['with a blank', ' 13301201510123456'],
    ['with a line break behind', '13301201510123456\n'],
    ['in full-width digits', '１３３０１２０１５１０１２３４５６'],
    ['empty', ''],
  ])('is refused when %s', (_, text) => {
    expect(refusalCodeOf(() => parseCertificateNo(text, today))).toBe('CERTIFICATE_NO_INVALID');
  });

  it('knows the 34 provinces of GB/T 2260 and no other', () => {
    const known = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0')).filter((province) => {
      try {
        return parseCertificateNo(`1${province}01201510123456`, today).form === 'STANDARD';
      } catch {
        return false;
      }
    });
    expect(known).toHaveLength(34);
    expect(known).toEqual(expect.arrayContaining(['11', '33', '46', '54', '65', '71', '81', '82']));
  });
});
