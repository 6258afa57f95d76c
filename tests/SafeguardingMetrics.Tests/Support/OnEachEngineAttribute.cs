using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace SafeguardingMetrics.Tests.Support;

/// <summary>
/// A fixture that runs on SQLite, and again on SQL Server where <c>SAFEGUARDING_TEST_SQLSERVER</c> holds a connection
/// string to a server on which databases may be made and dropped; where it does not, that half is reported as skipped.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnEachEngineAttribute : NUnitAttribute, IFixtureBuilder
{
    private const string Engine = "Engine";

    /// <summary>The one engine that the fixture is about, where it is about one.</summary>
    public string? Only { get; init; }

    /// <summary>The engine that the test which asks is to run on.</summary>
    public static string Current
    {
        get
        {
            for (ITest? test = TestExecutionContext.CurrentContext.CurrentTest; test is not null; test = test.Parent)
                if (test.Properties.Get(Engine) is string engine) return engine;
            return "Sqlite";
        }
    }

    /// <inheritdoc/>
    public IEnumerable<TestSuite> BuildFrom(ITypeInfo typeInfo)
    {
        var builder = new NUnitTestFixtureBuilder();
        foreach (var engine in new[] { "Sqlite", "SqlServer" }.Where(engine => Only is null || Only == engine))
        {
            var suite = builder.BuildFrom(typeInfo, new Everything());
            suite.Properties.Set(Engine, engine);
            if (engine == "SqlServer")
            {
                suite.Properties.Add(PropertyNames.Category, "SqlServer");
                Rename(suite);
                if (!TestSqlServer.IsGiven && suite.RunState == RunState.Runnable)
                {
                    suite.RunState = RunState.Ignored;
                    suite.Properties.Set(PropertyNames.SkipReason, $"{TestSqlServer.Setting} is not set.");
                }
            }

            yield return suite;
        }
    }

    // A test's name tells on which engine it ran.
    private static void Rename(Test test)
    {
        test.Name += " on SQL Server";
        test.FullName += " on SQL Server";
        foreach (var child in test.Tests.OfType<Test>()) Rename(child);
    }

    private sealed class Everything : IPreFilter
    {
        public bool IsMatch(Type type) => true;

        public bool IsMatch(Type type, System.Reflection.MethodInfo method) => true;
    }
}
