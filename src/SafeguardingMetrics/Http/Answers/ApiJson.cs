using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Http.Answers;

/// <summary>
/// How JSON is written, in answers and in what is kept of them: camelCase, instants as <c>2026-11-22T17:36:44.210Z</c>.
/// </summary>
public static class ApiJson
{
    /// <summary>The options, for what is not written by the framework.</summary>
    public static JsonSerializerOptions Options { get; } = Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Has the framework write the same.</summary>
    public static IServiceCollection AddApiJson(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(options => Apply(options.SerializerOptions));

    private static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        // Answers are application/json and never part of a page: quotes and letters of other scripts can stand as they
        // are.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new Instants());
        return options;
    }

    private sealed class Instants : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Instant.Format(value));
    }
}
