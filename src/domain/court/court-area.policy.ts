import type { RecordPolicy } from '../../policy/record-policy.js';
import { courtArea, courtLineage } from './court.table.js';

/** What the matrix words mean for a dated entry of a court's area; everybody reaches all. */
export const courtAreaPolicy: RecordPolicy<'divisionCode' | 'from' | 'until'> = {
  type: 'CourtAreaEntry',
  key: courtArea.id,
  fields: { divisionCode: courtArea.divisionCode, from: courtArea.validFrom, until: courtArea.validUntil },
};

/** What the matrix words mean for a step of a court's lineage; everybody reaches all. */
export const courtLineagePolicy: RecordPolicy<'fromCourt' | 'toCourt' | 'kind' | 'on' | 'documentNo'> = {
  type: 'CourtLineage',
  key: courtLineage.id,
  fields: {
    fromCourt: courtLineage.fromCourtId,
    toCourt: courtLineage.toCourtId,
    kind: courtLineage.kind,
    on: courtLineage.onDay,
    documentNo: courtLineage.documentNo,
  },
};
