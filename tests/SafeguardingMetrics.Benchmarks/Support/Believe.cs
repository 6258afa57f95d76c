using System.Runtime.CompilerServices;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>What must hold of the work done, or no figure is given.</summary>
internal static class Believe
{
    /// <exception cref="NotDoneException">It does not hold.</exception>
    public static void That(bool holds, string what, [CallerArgumentExpression(nameof(holds))] string? condition = null)
    {
        if (!holds) throw new NotDoneException($"{what} ({condition})");
    }
}

/// <summary>The work was not done, so there is nothing to measure.</summary>
internal sealed class NotDoneException(string message) : Exception(message);
