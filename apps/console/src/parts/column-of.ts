import { ElTableColumn } from 'element-plus';

/** A column that knows what its rows are. */
export const columnOf = <Row>() => ElTableColumn as typeof ElTableColumn<Row & Record<PropertyKey, unknown>>;
