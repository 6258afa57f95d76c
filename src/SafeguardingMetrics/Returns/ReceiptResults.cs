using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using SafeguardingMetrics.Returns.Receipts;

namespace SafeguardingMetrics.Returns;

/// <summary>Answers 201 with the receipt of a return that was stored, in the JSON in which it is stored.</summary>
public sealed class CreatedReceipt(SerializedReceipt receipt) : IResult, IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.Location = $"/v1/returns/{receipt.Value.ReturnId}";
        return ReceiptBody.Write(httpContext, StatusCodes.Status201Created, receipt);
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        ReceiptBody.AddMetadata(builder, StatusCodes.Status201Created);
}

/// <summary>
/// Answers 200 with the receipt of a return that was stored before, in the JSON in which it is stored.
/// </summary>
public sealed class OkReceipt(SerializedReceipt receipt) : IResult, IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => ReceiptBody.Write(httpContext, StatusCodes.Status200OK, receipt);

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        ReceiptBody.AddMetadata(builder, StatusCodes.Status200OK);
}

/// <summary>
/// Answers 202 with the receipt of a return that is held. Nothing more is done with it by itself, so no client is told
/// to ask again after some seconds.
/// </summary>
public sealed class HeldReceipt(SerializedReceipt receipt) : IResult, IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.Location = $"/v1/returns/{receipt.Value.ReturnId}";
        return ReceiptBody.Write(httpContext, StatusCodes.Status202Accepted, receipt);
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        ReceiptBody.AddMetadata(builder, StatusCodes.Status202Accepted);
}

/// <summary>Writes a receipt as a response.</summary>
internal static class ReceiptBody
{
    private const string MediaType = "application/json";

    /// <summary>Writes the status and the receipt's JSON.</summary>
    public static Task Write(HttpContext http, int status, SerializedReceipt receipt)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = $"{MediaType}; charset=utf-8";
        return http.Response.WriteAsync(receipt.Json, http.RequestAborted);
    }

    /// <summary>Declares the response for the OpenAPI document.</summary>
    public static void AddMetadata(EndpointBuilder builder, int status) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(Receipt), [MediaType]));
}
