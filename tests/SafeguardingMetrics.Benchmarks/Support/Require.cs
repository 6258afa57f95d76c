using System.Runtime.CompilerServices;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>Conditions without which no figure is reported.</summary>
internal static class Require
{
    /// <exception cref="NotDoneException">The condition is false.</exception>
    public static void That(bool holds, string what, [CallerArgumentExpression(nameof(holds))] string? condition = null)
    {
        if (!holds) throw new NotDoneException($"{what} ({condition})");
    }
}

/// <summary>The work was not done as expected, so the measurement is invalid.</summary>
internal sealed class NotDoneException(string message) : Exception(message);
