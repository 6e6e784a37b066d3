using Inward.Cli;

return await Verbs.Run(args);
