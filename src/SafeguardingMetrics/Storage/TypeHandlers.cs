using System.Data;
using System.Globalization;
using Dapper;

namespace SafeguardingMetrics.Storage;

/// <summary>How instants, days, decimals and texts go to and from columns, the same on both engines.</summary>
internal static class TypeHandlers
{
    /// <summary>Registers the handlers with Dapper; called once.</summary>
    public static void Register()
    {
        // Dapper asks its own map before its handlers, and would write an offset behind some instants in SQLite and not
        // behind others.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.AddTypeHandler(new Instant());
        SqlMapper.AddTypeHandler(new Day());
        SqlMapper.RemoveTypeMap(typeof(decimal));
        SqlMapper.AddTypeHandler(new Hundredths());
        SqlMapper.RemoveTypeMap(typeof(string));
        SqlMapper.AddTypeHandler(new Text());
    }

    // DATETIME2(3) in UTC. SQLite gives text back, and neither engine keeps the kind.
    private sealed class Instant : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            parameter.DbType = DbType.DateTime2;
            parameter.Value = value.UtcDateTime;
        }

        public override DateTimeOffset Parse(object value) => new(
            value as DateTime?
                ?? DateTime.Parse(
                    (string)value,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            TimeSpan.Zero);
    }

    private sealed class Day : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value)
        {
            parameter.DbType = DbType.Date;
            parameter.Value = value;
        }

        public override DateOnly Parse(object value) => value switch
        {
            DateOnly day => day,
            DateTime midnight => DateOnly.FromDateTime(midnight),
            _ => DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }

    // Ids and hashes are CHAR, names and keys NVARCHAR. SQL Server compares an NVARCHAR parameter with a CHAR column by
    // converting the column, which costs a seek; a VARCHAR parameter with an NVARCHAR column by converting the
    // parameter, which costs nothing. So text goes as VARCHAR where it is ASCII and loses nothing by it. One length for
    // all, or each would have a plan of its own. SQLite minds neither.
    private sealed class Text : SqlMapper.TypeHandler<string>
    {
        public override void SetValue(IDbDataParameter parameter, string? value)
        {
            var isAscii = value is null || System.Text.Ascii.IsValid(value);
            var most = isAscii ? 8000 : 4000;
            parameter.DbType = isAscii ? DbType.AnsiString : DbType.String;
            parameter.Size = value?.Length > most ? -1 : most;
            parameter.Value = (object?)value ?? DBNull.Value;
        }

        public override string Parse(object value) => (string)value;
    }

    // SQLite gives a sum of DECIMAL(14, 2) back as whole or binary: two places are what was put in.
    private sealed class Hundredths : SqlMapper.TypeHandler<decimal>
    {
        public override void SetValue(IDbDataParameter parameter, decimal value) => parameter.Value = value;

        public override decimal Parse(object value) =>
            decimal.Round(Convert.ToDecimal(value, CultureInfo.InvariantCulture), 2, MidpointRounding.AwayFromZero);
    }
}
