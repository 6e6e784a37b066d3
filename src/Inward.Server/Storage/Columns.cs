using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;
using Dapper;
using Inward.House;

namespace Inward.Server.Storage;

/// <summary>How columns become values again; the other half of <see cref="Arguments"/>.</summary>
internal static class Columns
{
    [ModuleInitializer]
    internal static void Teach()
    {
        // Dapper would ask PostgreSQL's driver for a DateOnly itself, which a text is not.
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.RemoveTypeMap(typeof(DateOnly?));
        SqlMapper.AddTypeHandler(new IdColumn());
        SqlMapper.AddTypeHandler(new InstantColumn());
        // Dapper's own reading of days asks PostgreSQL for a date where Inward keeps text; while it is known, the handler is passed over.
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.RemoveTypeMap(typeof(DateOnly?));
        SqlMapper.AddTypeHandler(new DayColumn());
        SqlMapper.AddTypeHandler(new FlagColumn());
        // Dapper would ask the driver for a DateOnly before it asks DayColumn; days are text here.
        SqlMapper.AddTypeMap(typeof(DateOnly), DbType.String, useGetFieldValue: false);
        SqlMapper.AddTypeMap(typeof(DateOnly?), DbType.String, useGetFieldValue: false);
        // SQLite gives every number as a long and PostgreSQL by its column: without these two, a record with an int fits only one of them.
        SqlMapper.AddTypeHandler(new IntColumn());
        SqlMapper.AddTypeHandler(new LongColumn());
        DefaultTypeMap.MatchNamesWithUnderscores = true;
    }

    private sealed class IdColumn : SqlMapper.TypeHandler<Id>
    {
        public override Id Parse(object value) => value is Guid guid ? new Id(guid) : new Id(new Guid((byte[])value, bigEndian: true));

        public override void SetValue(IDbDataParameter parameter, Id value) => throw new NotSupportedException("Bind with Arguments.");
    }

    private sealed class InstantColumn : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => DateTimeOffset.FromUnixTimeMilliseconds((long)value);

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => throw new NotSupportedException("Bind with Arguments.");
    }

    private sealed class DayColumn : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) => DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        public override void SetValue(IDbDataParameter parameter, DateOnly value) => throw new NotSupportedException("Bind with Arguments.");
    }

    private sealed class FlagColumn : SqlMapper.TypeHandler<bool>
    {
        public override bool Parse(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture) != 0;

        public override void SetValue(IDbDataParameter parameter, bool value) => throw new NotSupportedException("Bind with Arguments.");
    }

    private sealed class IntColumn : SqlMapper.TypeHandler<int>
    {
        public override int Parse(object value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);

        public override void SetValue(IDbDataParameter parameter, int value) => throw new NotSupportedException("Bind with Arguments.");
    }

    private sealed class LongColumn : SqlMapper.TypeHandler<long>
    {
        public override long Parse(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

        public override void SetValue(IDbDataParameter parameter, long value) => throw new NotSupportedException("Bind with Arguments.");
    }
}
