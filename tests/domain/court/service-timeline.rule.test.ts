import { describe, expect, it } from 'vitest';
import {
  checkTimeline,
  endOf,
  type TimelineDeparture,
  type TimelineService,
} from '../../../src/domain/court/service-timeline.rule.js';
import { refusalOf } from '../../kernel/refused.js';

const service = (
  organ: string,
  from: string,
  until: string | null,
  more: Partial<TimelineService> = {},
): TimelineService => ({
  organ,
  category: 'JUDGE',
  isInPost: true,
  from,
  until,
  at: null,
  ...more,
});
const left = (organ: string, on: string, at: TimelineDeparture['at'] = null): TimelineDeparture => ({ organ, on, at });
const check = (services: TimelineService[], departures: TimelineDeparture[] = []) =>
  refusalOf(() => checkTimeline(services, departures, ['annulments']));

describe('the last day of a service', () => {
  it('is the one stated, the first departure since it began, or open', () => {
    const open = service('A', '2010-01-01', null);
    expect(endOf(service('A', '2010-01-01', '2012-01-01'), [left('A', '2011-01-01')])).toBe('2012-01-01');
    expect(endOf(open, [left('A', '2015-01-01'), left('A', '2012-01-01'), left('A', '2009-01-01')])).toBe('2012-01-01');
    expect(endOf(open, [left('B', '2012-01-01')])).toBe('infinity');
  });
});

describe('what one person can have done', () => {
  it('a transfer ends one service on the day the next begins', () => {
    expect(
      check([service('A', '2010-01-01', null), service('B', '2015-01-01', null)], [left('A', '2015-01-01')]),
    ).toBeNull();
  });

  it('services that follow each other may come in any order', () => {
    const [first, second] = [service('A', '2010-01-01', '2012-01-01'), service('B', '2015-01-01', null)];
    expect([check([first, second]), check([second, first])]).toEqual([null, null]);
  });

  it('nobody is in post at two places, though he may be seconded or an assessor', () => {
    const both = [service('A', '2010-01-01', null), service('B', '2015-01-01', null, { at: ['services', 1] })];
    expect(check(both)).toEqual(['SERVICE_OVERLAPS', ['services', 1, 'from']]);
    expect(check(both.map((one, i) => ({ ...one, isInPost: i === 0 })))).toBeNull();
    expect(check(both.map((one) => ({ ...one, isInPost: null })))).toBeNull();
  });

  it('the same service twice is refused whatever is known of the post', () => {
    const twice = [
      service('A', '2010-01-01', null, { isInPost: null }),
      service('A', '2012-01-01', null, { isInPost: null, at: ['services', 0] }),
    ];
    expect(check(twice)).toEqual(['SERVICE_OVERLAPS', ['services', 0, 'from']]);
  });

  it('somebody may come back and leave again (E4)', () => {
    const services = [service('A', '2000-01-01', null), service('A', '2010-01-01', null)];
    expect(check(services, [left('A', '2005-01-01'), left('A', '2020-01-01')])).toBeNull();
    expect(check(services, [left('A', '2005-01-01'), left('A', '2006-01-01', ['departures', 0])])).toEqual([
      'DEPARTURE_EXISTS',
      ['departures', 0, 'effectiveOn'],
    ]);
  });

  it('an annulment that lets an old service run into a new one is refused where it is asked', () => {
    expect(check([service('A', '2010-01-01', null), service('B', '2015-01-01', null)])).toEqual([
      'SERVICE_OVERLAPS',
      ['annulments'],
    ]);
  });

  it('a departure needs a service that had begun, and no service outlasts it', () => {
    expect(check([service('A', '2010-01-01', null)], [left('A', '2009-12-31', ['departures', 2])])).toEqual([
      'DEPARTURE_BEFORE_SERVICE',
      ['departures', 2, 'effectiveOn'],
    ]);
    expect(
      check([service('A', '2010-01-01', '2021-01-01', { at: ['services', 0] })], [left('A', '2020-12-31')]),
    ).toEqual(['SERVICE_OUTLASTS_DEPARTURE', ['services', 0, 'until']]);
    expect(check([service('A', '2010-01-01', '2020-01-01')], [left('A', '2020-01-01')])).toBeNull();
  });
});
