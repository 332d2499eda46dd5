// Values as text, in the form that the tests give to theirs (ValueText.cs), read from the buffers so that nothing is rounded on the way.
import { DataType, IntervalUnit, UnionMode } from 'apache-arrow';

const hex = bytes => Buffer.from(bytes).toString('hex').toUpperCase();

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The bits of a little-endian number, most significant digit first. */
const bits = (values, row) => {
  const bytes = new Uint8Array(values.buffer, values.byteOffset + row * values.BYTES_PER_ELEMENT, values.BYTES_PER_ELEMENT);
  return Buffer.from(bytes).reverse().toString('hex');
};

const whole = (words, row, count) => {
  let number = 0n;
  for (let i = count - 1; i >= 0; i--) {
    number = (number << 32n) | BigInt(words[row * count + i] >>> 0);
  }
  return BigInt.asIntN(32 * count, number).toString();
};

const interval = (data, row) => {
  const words = new Int32Array(data.values.buffer, data.values.byteOffset, data.values.byteLength / 4);
  switch (data.type.unit) {
    case IntervalUnit.YEAR_MONTH: return `${words[row]}`;
    case IntervalUnit.DAY_TIME: return `(${words[2 * row]}, ${words[2 * row + 1]})`;
    default: return `(${words[4 * row]}, ${words[4 * row + 1]}, ${whole(words.subarray(4 * row + 2), 0, 2)})`;
  }
};

const slice = (data, row) => [Number(data.valueOffsets[row]), Number(data.valueOffsets[row + 1])];

const rows = (data, from, to) => Array.from({ length: to - from }, (_, i) => text(data, from + i));

const union = (data, row) => {
  const id = data.typeIds[row];
  const child = data.children[data.type.typeIdToChildIndex[id]];
  return `${id}:${text(child, data.type.mode === UnionMode.Dense ? data.valueOffsets[row] : row)}`;
};

const entry = (dictionary, row) => {
  for (const chunk of dictionary.data) {
    if (row < chunk.length) {
      return text(chunk, row);
    }
    row -= chunk.length;
  }
  throw new RangeError(`the dictionary has no row ${row}`);
};

const nested = (data, row) => {
  const { type } = data;
  if (DataType.isList(type) || DataType.isLargeList(type) || DataType.isMap(type)) {
    return `[${rows(data.children[0], ...slice(data, row)).join(', ')}]`;
  }
  if (DataType.isFixedSizeList(type)) {
    return `[${rows(data.children[0], row * type.listSize, (row + 1) * type.listSize).join(', ')}]`;
  }
  if (DataType.isStruct(type)) {
    return `{${data.children.map(child => text(child, row)).join(', ')}}`;
  }
  throw new TypeError(`there is no text for ${type}`);
};

export function text(data, row) {
  const { type, values } = data;
  if (DataType.isUnion(type)) {
    return union(data, row);
  }
  if (DataType.isNull(type) || !data.getValid(row)) {
    return 'null';
  }
  if (DataType.isBool(type)) {
    const bit = data.offset + row;
    return `${(values[bit >> 3] >> (bit & 7) & 1) === 1}`;
  }
  if (DataType.isFloat(type)) {
    return bits(values, row);
  }
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) {
    return `'${utf8.decode(values.subarray(...slice(data, row)))}'`;
  }
  if (DataType.isBinary(type) || DataType.isLargeBinary(type)) {
    return hex(values.subarray(...slice(data, row)));
  }
  if (DataType.isFixedSizeBinary(type)) {
    return hex(values.subarray(row * type.byteWidth, (row + 1) * type.byteWidth));
  }
  if (DataType.isDecimal(type)) {
    return whole(values, row, type.bitWidth / 32);
  }
  if (DataType.isInterval(type)) {
    return interval(data, row);
  }
  if (DataType.isDictionary(type)) {
    return entry(data.dictionary, Number(values[row]));
  }
  return data.children.length > 0 ? nested(data, row) : `${values[row]}`;
}
