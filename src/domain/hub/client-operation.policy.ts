import type { RecordPolicy } from '../../policy/record-policy.js';
import { withClient } from './client.policy.js';
import { clientOperation, operationLimit } from './client-operation.table.js';
import { inChargeOfUnit } from './unit.policy.js';

type OperationField =
  | 'client'
  | 'sha256'
  | 'document'
  | 'name'
  | 'registeredBy'
  | 'registeredAt'
  | 'retiredBy'
  | 'retiredAt';

/** What the matrix words mean for a registered operation: it is reached with its client. */
export const clientOperationPolicy: RecordPolicy<OperationField> = {
  type: 'ClientOperation',
  key: clientOperation.id,
  fields: {
    client: clientOperation.clientId,
    sha256: clientOperation.sha256,
    document: clientOperation.document,
    name: clientOperation.name,
    registeredBy: clientOperation.registeredBy,
    registeredAt: clientOperation.registeredAt,
    retiredBy: clientOperation.retiredBy,
    retiredAt: clientOperation.retiredAt,
  },
  reaches: { area: withClient(clientOperation.clientId) },
};

type LimitField = 'client' | 'unit' | 'reason' | 'limitedBy' | 'limitedAt' | 'liftedBy' | 'liftedAt';

/** What the matrix words mean for a limitation: it belongs to the unit that it limits, or whose client. */
export const operationLimitPolicy: RecordPolicy<LimitField> = {
  type: 'OperationLimit',
  key: operationLimit.id,
  fields: {
    client: operationLimit.clientId,
    unit: operationLimit.unitId,
    reason: operationLimit.reason,
    limitedBy: operationLimit.limitedBy,
    limitedAt: operationLimit.limitedAt,
    liftedBy: operationLimit.liftedBy,
    liftedAt: operationLimit.liftedAt,
  },
  reaches: { area: (asker) => inChargeOfUnit(asker, operationLimit.unitId) },
};
