using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns;

/// <summary>A day that is no working day since it is a bank holiday in England and Wales.</summary>
public sealed record BankHolidayRow
{
    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>True where an administrator added it; false where the service knows it by itself.</summary>
    public required bool IsAdded { get; init; }

    /// <summary>When it was added; null where it was not.</summary>
    public required DateTimeOffset? AddedAt { get; init; }

    /// <summary>The id of the API key that added it; null where none did.</summary>
    public required string? AddedBy { get; init; }

    internal static BankHolidayRow Create(BankHoliday listed) =>
        new() { Day = listed.Day, Name = listed.Name, IsAdded = false, AddedAt = null, AddedBy = null };

    internal static BankHolidayRow Create(AddedBankHoliday added) =>
        new() { Day = added.Day, Name = added.Name, IsAdded = true, AddedAt = added.BeganAt, AddedBy = added.AddedBy };
}
