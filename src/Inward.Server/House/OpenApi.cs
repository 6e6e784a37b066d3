using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Inward.Server.House;

/// <summary>/openapi/v1.json, OpenAPI 3.1: what every operation has in common is said here once.</summary>
public static class OpenApi
{
    private static readonly (string Name, string Says)[] Tags =
    [
        ("accounts", "Ways in: who has one, invitations, administrators."),
        ("asks", "An ask, freely promised, kept by a date, confirmed and thanked. Every move is a sub-resource of its own name."),
        ("company", "The company itself, and when it works."),
        ("complaints", "What customers complained of, in their words, with the asks behind it and what was done."),
        ("conversations", "Talks with colleagues, seen by their author and those who took part."),
        ("customers", "Companies outside that buy."),
        ("happenings", "What happened, in order, as far as one may see it."),
        ("ideas", "Ideas of colleagues, each answered with a reason by a day, and cards on which somebody says what help is wanted."),
        ("imports", "Files that were brought in, and how to take them back."),
        ("chains", "Templates of what follows a sale: steps, the teams that do them, and who waits for whom."),
        ("journeys", "Templates of the stages that customers pass: what each is worth, and whom it depends on."),
        ("objectives", "What the company wants to reach: measured, dated, with its reason, and with the advice that was asked for."),
        ("me", "The person of the token."),
        ("notes", "Private notes on colleagues, their author's alone, and asking for the notes about oneself."),
        ("passages", "What logs of events measured: how long stages take, where they wait and what comes back."),
        ("people", "Colleagues: internal customers with a page of their own."),
        ("relationships", "Keeping in touch with colleagues and teams: mine alone."),
        ("sales", "Deals and orders on their way through the journey."),
        ("search", "Everything one may see, by its words."),
        ("suggestions", "Answers that colleagues suggest for one another's pages."),
        ("teams", "The tree of teams, with dated memberships."),
        ("thanks", "Thanks, tied to what somebody did and what it changed."),
        ("today", "What today holds."),
        ("tokens", "Keys for programs."),
        ("trash", "What one deleted, for thirty days: mine alone."),
        ("verbatims", "Customers' own words, kept word for word."),
        ("views", "Filters of a list, kept under a name; one's own unless shared."),
    ];

    public static void AddInwardOpenApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context.Description.HttpMethod ?? "GET");
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(Inward.House.Id) || context.JsonTypeInfo.Type == typeof(Inward.House.Id?))
            {
                schema.Type = context.JsonTypeInfo.Type == typeof(Inward.House.Id?) ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
                schema.Format = "uuid";
            }
            if (context.JsonTypeInfo.Type.IsAssignableTo(typeof(IEnumerable<Inward.House.Id>)) && schema.Type is { } type && type.HasFlag(JsonSchemaType.Array))
                schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" };
            return Task.CompletedTask;
        });
    });

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Inward",
            Version = "1",
            Description = "The sale that every company makes inside: asks with their reason and effect, free promises, deliveries, thanks.",
            Contact = new OpenApiContact { Name = "Inward", Email = "hello@inward.example" },
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        document.Servers = [new OpenApiServer { Url = "/", Description = "This Inward" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token from Settings, Tokens or `inward token create`." },
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas["Problem"] = ProblemSchema();
        document.Components.Schemas.Remove("ProblemDetails");
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
        var operations = document.Paths.Values.Where(p => p.Operations is not null).SelectMany(p => p.Operations!.Values).ToList();
        var used = operations.SelectMany(o => o.Tags ?? new HashSet<OpenApiTagReference>()).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        document.Tags = Tags.Where(t => used.Contains(t.Name)).Select(t => new OpenApiTag { Name = t.Name, Description = t.Says }).ToHashSet();
        foreach (var response in operations.SelectMany(o => o.Responses ?? []).Where(r => r.Key[0] == '4'))
            ((OpenApiResponse)response.Value).Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("Problem", document) } };
    }

    private static void Describe(OpenApiOperation operation, string method)
    {
        operation.Description ??= operation.Summary + ".";
        operation.Responses ??= [];
        Refusal("400", "Unreadable.");
        Refusal("401", "No token, or one that has ended.");
        Refusal("403", "Known, but not yours to do.");
        Refusal("404", "Not visible to you.");
        Refusal("429", "Too many requests; Retry-After says when to come back.");
        if (method == "GET")
            return;
        Refusal("409", "Not possible in this state; `possible` names what is.");
        Refusal("412", "Somebody changed it since you read it.");
        Refusal("422", "Something is missing or impossible; `errors` names each field.");
        if (method is "PUT" or "PATCH" or "DELETE")
            Refusal("428", "If-Match is missing.");
        Header("If-Match", "The ETag that you read.", required: method is "PUT" or "PATCH" or "DELETE");
        if (method == "POST")
            Header("Idempotency-Key", "The same key within 24 hours gives the same reply, and happens once.", required: false);

        void Refusal(string status, string says) => operation.Responses.TryAdd(status, new OpenApiResponse { Description = says });

        void Header(string name, string says, bool required) => (operation.Parameters ??= []).Add(new OpenApiParameter
        {
            Name = name, In = ParameterLocation.Header, Required = required, Description = says, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
    }

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457, with the fields that are wrong and the moves that are possible.",
        Required = new HashSet<string> { "type", "title", "status" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri-reference" },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
            ["possible"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
        },
    };
}
