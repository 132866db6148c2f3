export { type FirmRole, firmRoles } from '../../kernel/firm-role.js';
