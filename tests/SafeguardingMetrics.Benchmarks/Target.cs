using System.Globalization;

namespace SafeguardingMetrics.Benchmarks;

/// <summary>The target of a measured number.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="IsLeast">True where the number must be at least the limit, false where at most.</param>
/// <param name="Unit">The number's unit; empty for a ratio.</param>
internal sealed record Target(double Limit, bool IsLeast, string Unit = "")
{
    public static Target AtLeast(double limit) => new(limit, true);

    public static Target AtMost(double limit, string unit = "") => new(limit, false, unit);

    public bool IsMetBy(double value) => IsLeast ? value >= Limit : value <= Limit;

    /// <summary>Formats a number with the target's unit.</summary>
    public string Of(double value) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{value.ToString(Unit.Length == 0 ? "0.00" : "0.#", CultureInfo.InvariantCulture)} {Unit}").TrimEnd();

    public override string ToString() => $"{(IsLeast ? "≥" : "≤")} {Of(Limit)}";
}
