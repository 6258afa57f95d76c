using System.Collections;
using System.Data.Common;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// Rows in the shape in which SqlBulkCopy asks for them. A day goes as its midnight, which is how a DATE is written.
/// </summary>
internal sealed class RowReader : DbDataReader
{
    private readonly IEnumerator<object?[]> rows;
    private bool isAhead;

    /// <summary>Makes the first row, since <see cref="HasRows"/> is asked first.</summary>
    public RowReader(IEnumerator<object?[]> rows, int columns)
    {
        this.rows = rows;
        FieldCount = columns;
        HasRows = isAhead = rows.MoveNext();
    }

    public override bool HasRows { get; }

    public override int FieldCount { get; }

    public override int Depth => 0;

    public override bool IsClosed => false;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read()
    {
        if (!isAhead) return rows.MoveNext();
        isAhead = false;
        return true;
    }

    public override bool NextResult() => false;

    public override bool IsDBNull(int ordinal) => rows.Current[ordinal] is null;

    public override object GetValue(int ordinal) => rows.Current[ordinal] switch
    {
        null => DBNull.Value,
        DateOnly day => day.ToDateTime(default),
        var value => value,
    };

    public override int GetValues(object[] values)
    {
        for (var i = 0; i < FieldCount; i++) values[i] = GetValue(i);
        return FieldCount;
    }

    public override Type GetFieldType(int ordinal) => GetValue(ordinal).GetType();

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    // SqlBulkCopy identifies columns by their position.
    public override string GetName(int ordinal) => throw new NotSupportedException();

    public override int GetOrdinal(string name) => throw new NotSupportedException();

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => (byte)GetValue(ordinal);

    public override char GetChar(int ordinal) => (char)GetValue(ordinal);

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => (decimal)GetValue(ordinal);

    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

    public override float GetFloat(int ordinal) => (float)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);

    public override short GetInt16(int ordinal) => (short)GetValue(ordinal);

    public override int GetInt32(int ordinal) => (int)GetValue(ordinal);

    public override long GetInt64(int ordinal) => (long)GetValue(ordinal);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException();

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) rows.Dispose();
        base.Dispose(disposing);
    }
}
